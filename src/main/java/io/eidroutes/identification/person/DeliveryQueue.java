package io.eidroutes.identification.person;

import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.identification.IdentificationProgress;
import io.eidroutes.privacy.Undecryptable;
import io.eidroutes.store.DurableTransactions;
import io.eidroutes.store.LeaseLost;
import io.eidroutes.trace.TraceParent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ended identifications that are still to be brought to their clients. Delivery is at least once: the delivery id
 * tells the client that it is the same one. A client without a channel has none.
 */
final class DeliveryQueue {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryQueue.class);
    private static final String READY = "ready";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate soon;
    private final ResultStore results;
    private final IdentificationProgress progress;
    private final DeliverySettings settings;

    DeliveryQueue(JdbcClient jdbc, PlatformTransactionManager transactions, ResultStore results,
            IdentificationProgress progress, DeliverySettings settings) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.soon = DurableTransactions.soon(transactions);
        this.results = results;
        this.progress = progress;
        this.settings = settings;
    }

    /** The result is to be brought to the client, in the caller's transaction where there is one. */
    void addReady(UUID id, String client) {
        add(id, client, READY, Optional.empty());
    }

    /** How the identification ended without a result is to be told to the client. */
    void addFailed(UUID id, String client, String state, FailureSummary failure) {
        add(id, client, state, Optional.of(failure));
    }

    private void add(UUID id, String client, String state, Optional<FailureSummary> failure) {
        Optional<String> channel = settings.channelOf(client);
        if (channel.isEmpty()) {
            return;
        }
        transaction.executeWithoutResult(status -> jdbc.sql("""
                insert into result_delivery (identification_id, delivery_id, client, channel, state, failure_family,
                        failure_code, failure_kind, retryable, tries, due_at, deadline, fence)
                values (:id, :deliveryId, :client, :channel, :state, :family, :code, :kind, :retryable, 0,
                        current_timestamp, current_timestamp + cast(:giveUp as bigint) * interval '0.001' second, 0)
                """)
                .param("id", id).param("deliveryId", UUID.randomUUID()).param("client", client)
                .param("channel", channel.get()).param("state", state)
                .param("family", failure.map(f -> f.family().label()).orElse(null), Types.VARCHAR)
                .param("code", failure.map(FailureSummary::code).orElse(null), Types.VARCHAR)
                .param("kind", failure.map(f -> f.kind().label()).orElse(null), Types.VARCHAR)
                .param("retryable", failure.map(FailureSummary::retryable).orElse(null), Types.BOOLEAN)
                .param("giveUp", settings.giveUp().toMillis()).update());
    }

    /** Leases deliveries that are due, those longest due first. A result that was erased meanwhile needs none. */
    List<LeasedDelivery> lease(String owner, int max, Duration lease) {
        return soon.execute(status -> {
            List<UUID> due = jdbc.sql("""
                    select identification_id from result_delivery where due_at <= current_timestamp
                    order by due_at limit :max for update skip locked
                    """)
                    .param("max", max).query(UUID.class).list();
            return due.isEmpty() ? List.of() : take(due, owner, lease);
        });
    }

    private List<LeasedDelivery> take(List<UUID> due, String owner, Duration lease) {
        jdbc.sql("""
                update result_delivery set fence = fence + 1,
                tries = case when lease_owner is null then tries else tries + 1 end, lease_owner = :owner,
                due_at = current_timestamp + cast(:lease as bigint) * interval '0.001' second
                where identification_id in (:ids)
                """)
                .param("owner", owner).param("lease", lease.toMillis()).param("ids", due).update();
        List<LeasedDelivery> rows = jdbc.sql("""
                select d.*, d.deadline <= current_timestamp as past_deadline, i.trace
                from result_delivery d left join identification i on i.id = d.identification_id
                where d.identification_id in (:ids) order by d.deadline
                """)
                .param("ids", due).query((row, i) -> leased(row)).list();
        List<LeasedDelivery> leased = new ArrayList<>();
        for (LeasedDelivery delivery : rows) {
            withResult(delivery).ifPresent(leased::add);
        }
        return leased;
    }

    private static LeasedDelivery leased(ResultSet row) throws SQLException {
        return new LeasedDelivery(row.getObject("identification_id", UUID.class), row.getObject("delivery_id", UUID.class),
                row.getLong("fence"), row.getString("lease_owner"), row.getString("client"), row.getString("channel"),
                row.getString("state"), FailureSummary.of(row), Optional.empty(), row.getInt("tries"),
                row.getBoolean("past_deadline"), TraceParent.of(row));
    }

    private Optional<LeasedDelivery> withResult(LeasedDelivery row) {
        if (!row.state().equals(READY) || row.pastDeadline()) {
            return Optional.of(row);
        }
        try {
            Optional<byte[]> result = results.find(row.id());
            if (result.isEmpty()) {
                LOG.warn("The result of identification {} was erased before it was delivered", row.id());
                delete(row.id());
                return Optional.empty();
            }
            return Optional.of(new LeasedDelivery(row.id(), row.deliveryId(), row.fence(), row.owner(), row.client(),
                    row.channel(), row.state(), row.failure(), result, row.tries(), false, row.trace()));
        } catch (Undecryptable e) {
            LOG.error("Delivery of identification {} waits for the end of its lease. {}", row.id(), e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * The client has it: a result is erased.
     *
     * @throws Failure transport {@code EID-LEASE-LOST}: another node has the delivery, or it was erased
     */
    void delivered(LeasedDelivery delivery) {
        transaction.executeWithoutResult(status -> {
            if (delivery.state().equals(READY)) {
                // The identification first, as an erasure does: each would wait for the other else.
                progress.delivered(delivery.id());
                results.erase(delivery.id());
            }
            end(delivery);
        });
    }

    /** It is not tried any more, unless an operator puts it back; a result can still be fetched. */
    void giveUp(LeasedDelivery delivery) {
        transaction.executeWithoutResult(status -> requireHeld(jdbc.sql("""
                update result_delivery set lease_owner = null, given_up_at = current_timestamp,
                due_at = current_timestamp + interval '36500' day
                where identification_id = :id and fence = :fence and lease_owner = :owner
                """)
                .param("id", delivery.id()).param("fence", delivery.fence()).param("owner", delivery.owner()).update()));
    }

    private void end(LeasedDelivery delivery) {
        requireHeld(jdbc.sql("""
                delete from result_delivery where identification_id = :id and fence = :fence and lease_owner = :owner
                """)
                .param("id", delivery.id()).param("fence", delivery.fence()).param("owner", delivery.owner()).update());
    }

    /** Tries again later, at the deadline at the latest. */
    void retry(LeasedDelivery delivery, Duration in) {
        transaction.executeWithoutResult(status -> requireHeld(jdbc.sql("""
                update result_delivery set lease_owner = null, tries = tries + 1,
                due_at = least(current_timestamp + cast(:in as bigint) * interval '0.001' second, deadline)
                where identification_id = :id and fence = :fence and lease_owner = :owner
                """)
                .param("in", in.toMillis()).param("id", delivery.id()).param("fence", delivery.fence())
                .param("owner", delivery.owner()).update()));
    }

    /** Ends the leases of an owner who stops, so that another need not wait for their end. */
    void giveBack(String owner) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                update result_delivery set due_at = current_timestamp where lease_owner = :owner and due_at > current_timestamp
                """).param("owner", owner).update());
    }

    /** Whoever has it, it is not delivered any more. */
    void erase(UUID id) {
        transaction.executeWithoutResult(status -> delete(id));
    }

    private void delete(UUID id) {
        jdbc.sql("delete from result_delivery where identification_id = :id").param("id", id).update();
    }

    private static void requireHeld(int held) {
        if (held == 0) {
            throw LeaseLost.failure();
        }
    }
}
