package io.eidroutes.identification;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.trace.TraceParent;
import java.sql.Types;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps identifications. Each change of state is one statement that names the states it may start from, so that of two
 * who want to change it, on whatever node, one does. All times are of the database's clock.
 */
public final class IdentificationStore {

    private static final String IN = "current_timestamp + cast(:%s as bigint) * interval '0.001' second";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Rows rows;
    private final TimeBasedEpochRandomGenerator ids = Generators.timeBasedEpochRandomGenerator();

    public IdentificationStore(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new Rows(personal);
    }

    /**
     * Stores a new identification.
     *
     * @param ticketLife how long its start URL works
     * @param life       when it expires, unless a browser begins an attempt
     * @param trace      where the request stands in its trace
     */
    public CreatedIdentification create(String client, IdentificationRequest request, Duration ticketLife, Duration life,
            Optional<TraceParent> trace) {
        UUID id = ids.generate();
        RandomToken ticket = RandomToken.generate();
        transaction.executeWithoutResult(status -> jdbc.sql("""
                insert into identification (id, client, state, request, ticket_digest, ticket_until, attempts, created_at,
                        due_at, result_spent, other_person, trace)
                values (:id, :client, 'created', :request, :ticket, %s, 0, current_timestamp, %s, false, false, :trace)
                """.formatted(IN.formatted("ticketLife"), IN.formatted("life")))
                .param("id", id).param("client", client).param("request", rows.encrypted(request, id))
                .param("ticket", ticket.digest()).param("ticketLife", ticketLife.toMillis()).param("life", life.toMillis())
                .param("trace", trace.map(TraceParent::text).orElse(null), Types.VARCHAR)
                .update());
        return new CreatedIdentification(id, ticket, find(id).orElseThrow().expiresAt());
    }

    /** Finds an identification. */
    public Optional<StoredIdentification> find(UUID id) {
        return find("id = :key", id);
    }

    /** Finds the identification that a start ticket opens, or opened. */
    public Optional<StoredIdentification> find(RandomToken ticket) {
        return find("ticket_digest = :key", ticket.digest());
    }

    private Optional<StoredIdentification> find(String where, Object key) {
        return jdbc.sql("select i.*, ticket_until > current_timestamp as ticket_valid from identification i where " + where)
                .param("key", key).query((row, i) -> rows.identification(row)).optional();
    }

    /** The states of those of the identifications that exist. */
    public Map<UUID, IdentificationState> states(Collection<UUID> identifications) {
        Map<UUID, IdentificationState> states = new HashMap<>();
        if (!identifications.isEmpty()) {
            jdbc.sql("select id, state from identification where id in (:ids)").param("ids", identifications)
                    .query(row -> {
                        states.put(row.getObject("id", UUID.class), IdentificationState.of(row.getString("state")));
                    });
        }
        return states;
    }

    /** The personal data are being fetched. False if it is not identified, or further. */
    public boolean fetching(UUID id) {
        return change(id, "state = 'fetching'", "'identified'");
    }

    /** The result can be had. False if nothing was being fetched. */
    public boolean ready(UUID id) {
        return change(id, "state = 'ready'", "'identified', 'fetching'");
    }

    /** The partner has confirmed the result. False if there was none, or it had confirmed already. */
    public boolean delivered(UUID id) {
        return change(id, "state = 'delivered', final_at = current_timestamp", "'ready'");
    }

    private boolean change(UUID id, String change, String from) {
        return transaction.execute(status ->
                jdbc.sql("update identification set " + change + " where id = :id and state in (" + from + ")")
                        .param("id", id).update()) == 1;
    }

    /**
     * The personal data cannot be had.
     *
     * @param reported the other side's own words
     * @return false if it is not identified, or ended already
     */
    public boolean failed(UUID id, FailureSummary failure, Failure.Reported reported) {
        return transaction.execute(status -> jdbc.sql("""
                update identification set state = 'failed', final_at = current_timestamp, failure_family = :family,
                failure_code = :code, failure_kind = :kind, retryable = :retryable, reported = :reported
                where id = :id and state in ('identified', 'fetching')
                """)
                .param("reported", rows.encrypted(reported, id))
                .param("family", failure.family().label()).param("code", failure.code())
                .param("kind", failure.kind().label()).param("retryable", failure.retryable()).param("id", id).update()) == 1;
    }

    /**
     * Hands the right to the result to whoever brings its ticket, once: of two at the same moment one gets it.
     *
     * @return false if the ticket is another's, over its time or spent, or the result is not there
     */
    public boolean spendResultTicket(UUID id, RandomToken ticket) {
        return transaction.execute(status -> jdbc.sql("""
                update identification set result_spent = true
                where id = :id and result_digest = :digest and result_spent = false and result_until > current_timestamp
                and state = 'ready'
                """)
                .param("id", id).param("digest", ticket.digest()).update()) == 1;
    }

    /** While the result is not there yet, a ticket that is shown in time stays good for as long again. */
    public boolean prolongResultTicket(UUID id, RandomToken ticket, Duration life) {
        return transaction.execute(status -> jdbc.sql(("""
                update identification set result_until = %s
                where id = :id and result_digest = :digest and result_spent = false and result_until > current_timestamp
                and state in ('identified', 'fetching')
                """).formatted(IN.formatted("life")))
                .param("life", life.toMillis()).param("id", id).param("digest", ticket.digest()).update()) == 1;
    }

    /** Why a result ticket is not good, after it was found not to be. */
    public ResultTicketState stateOfResultTicket(UUID id, RandomToken ticket) {
        return jdbc.sql("""
                select result_spent, result_until > current_timestamp as valid from identification
                where id = :id and result_digest = :digest
                """)
                .param("id", id).param("digest", ticket.digest())
                .query((row, i) -> row.getBoolean("result_spent") ? ResultTicketState.SPENT
                        : row.getBoolean("valid") ? ResultTicketState.VALID : ResultTicketState.EXPIRED)
                .optional().orElse(ResultTicketState.UNKNOWN);
    }

    /** How it is with a result ticket. */
    public enum ResultTicketState {
        VALID, UNKNOWN, SPENT, EXPIRED
    }

    /**
     * Erases what the store knows of the person. A result is thereby confirmed; what was still under way fails with that
     * failure, and whatever comes back for it is refused.
     *
     * @param cancelled nothing where it had ended already
     * @param withIt    what else is erased in this transaction
     */
    public void erase(UUID id, Optional<FailureSummary> cancelled, Runnable withIt) {
        transaction.executeWithoutResult(status -> {
            jdbc.sql("""
                    update identification set request = null, reported = null, result_digest = null,
                    failure_family = case when state in (:open) then :family else failure_family end,
                    failure_code = case when state in (:open) then :code else failure_code end,
                    failure_kind = case when state in (:open) then :kind else failure_kind end,
                    retryable = case when state in (:open) then :retryable else retryable end,
                    final_at = coalesce(final_at, current_timestamp),
                    state = case when state in (:open) then 'failed' when state = 'ready' then 'delivered' else state end
                    where id = :id
                    """)
                    .param("open", List.of("created", "at-aitu", "exchanging", "identified", "fetching"))
                    .param("family", cancelled.map(failure -> failure.family().label()).orElse(null), Types.VARCHAR)
                    .param("code", cancelled.map(FailureSummary::code).orElse(null), Types.VARCHAR)
                    .param("kind", cancelled.map(failure -> failure.kind().label()).orElse(null), Types.VARCHAR)
                    .param("retryable", cancelled.map(FailureSummary::retryable).orElse(null), Types.BOOLEAN)
                    .param("id", id).update();
            jdbc.sql("delete from authorization_attempt where identification_id = :id").param("id", id).update();
            withIt.run();
        });
    }

    /**
     * Deletes identifications that ended so long ago, and those whose result nobody confirmed.
     *
     * @return how many
     */
    public int forget(Duration keep) {
        return transaction.execute(status -> jdbc.sql("""
                delete from identification where id in (select id from identification
                where coalesce(final_at, case when state = 'ready' then created_at end)
                    <= current_timestamp - cast(:keep as bigint) * interval '0.001' second limit 500)
                """)
                .param("keep", keep.toMillis()).update());
    }
}
