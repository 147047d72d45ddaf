package io.eidroutes.identification;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.privacy.PersonalData;
import java.sql.Types;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps the attempts of browsers. A {@code state} is consumed by one statement: of two callbacks with it, on whatever
 * node, one is taken. On one identification several attempts may be open; the first that succeeds wins, and it fails when
 * the last one did.
 */
public final class AttemptStore {

    private static final String IN = "current_timestamp + cast(:%s as bigint) * interval '0.001' second";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Rows rows;

    public AttemptStore(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new Rows(personal);
    }

    /**
     * Counts an attempt before anything is done for it.
     *
     * @return false if there were too many, the ticket's time is over, or the identification ended
     */
    public boolean count(UUID identification, int most) {
        return transaction.execute(status -> jdbc.sql("""
                update identification set attempts = attempts + 1
                where id = :id and attempts < :most and ticket_until > current_timestamp
                and state in ('created', 'at-aitu', 'exchanging')
                """)
                .param("id", identification).param("most", most).update()) == 1;
    }

    /**
     * Stores an attempt before its browser leaves; the identification lives as long as the attempt at least.
     *
     * @return false if the identification ended meanwhile
     */
    public boolean begin(UUID identification, StartedAttempt attempt, Duration life) {
        String state = attempt.state().digest();
        return transaction.execute(status -> {
            int open = jdbc.sql(("""
                    update identification set state = case when state = 'created' then 'at-aitu' else state end,
                    due_at = greatest(due_at, %s)
                    where id = :id and state in ('created', 'at-aitu', 'exchanging')
                    """).formatted(IN.formatted("life")))
                    .param("life", life.toMillis()).param("id", identification).update();
            if (open == 1) {
                jdbc.sql("""
                        insert into authorization_attempt (state_digest, identification_id, browser_digest, nonce,
                                code_verifier, status, expires_at)
                        values (:state, :id, :browser, :nonce, :verifier, 'open', %s)
                        """.formatted(IN.formatted("life")))
                        .param("state", state).param("id", identification).param("browser", attempt.browser().digest())
                        .param("nonce", rows.encrypted(attempt.nonce(), state, "nonce"))
                        .param("verifier", rows.encrypted(attempt.codeVerifier(), state, "code_verifier"))
                        .param("life", life.toMillis()).update();
            }
            return open == 1;
        });
    }

    /** Finds the attempt that was begun with that {@code state}. */
    public Optional<AuthorizationAttempt> find(RandomToken state) {
        return jdbc.sql("""
                select a.*, a.expires_at <= current_timestamp as expired, i.client, i.state, i.request
                from authorization_attempt a join identification i on i.id = a.identification_id
                where a.state_digest = :state
                """)
                .param("state", state.digest()).query((row, i) -> rows.attempt(row)).optional();
    }

    /**
     * Takes the callback of an attempt: its {@code state} is spent from here on.
     *
     * @param browserDigest digest of the cookie that came with the callback
     * @return false if it was taken before, its time is over, the cookie is another's or the identification ended
     */
    public boolean consume(AuthorizationAttempt attempt, String browserDigest) {
        return transaction.execute(status -> {
            int open = jdbc.sql("""
                    update identification set state = 'exchanging'
                    where id = :id and state in ('created', 'at-aitu', 'exchanging')
                    """)
                    .param("id", attempt.identification()).update();
            int taken = open == 0 ? 0 : jdbc.sql("""
                    update authorization_attempt set status = 'exchanging', exchanging_since = current_timestamp,
                    nonce = null, code_verifier = null
                    where state_digest = :state and browser_digest = :browser and status = 'open'
                    and expires_at > current_timestamp
                    """)
                    .param("state", attempt.stateDigest()).param("browser", browserDigest).update();
            if (taken == 0) {
                status.setRollbackOnly();
            }
            return taken == 1;
        });
    }

    /**
     * The exchange succeeded: the person is identified, and what follows is stored with it or not at all.
     *
     * @param ticketLife  how long the result ticket is good
     * @param otherPerson it is not the person asked for
     * @param withIt      what else is stored in this transaction
     * @return the result ticket; empty if another attempt was first, or the identification ended
     */
    public Optional<RandomToken> identified(AuthorizationAttempt attempt, Duration ticketLife, boolean otherPerson,
            Runnable withIt) {
        RandomToken ticket = RandomToken.generate();
        return transaction.execute(status -> {
            int won = jdbc.sql("""
                    update identification set state = 'identified', request = :wayBack, reported = null,
                    failure_family = null, failure_code = null, failure_kind = null, retryable = null,
                    result_digest = :ticket, result_until = %s, other_person = :other
                    where id = :id and state = 'exchanging' and exists (select 1 from authorization_attempt a
                        where a.state_digest = :state and a.status = 'exchanging')
                    """.formatted(IN.formatted("life")))
                    .param("ticket", ticket.digest()).param("life", ticketLife.toMillis())
                    .param("wayBack", attempt.request()
                            .map(request -> rows.encrypted(request.wayBack(), attempt.identification())).orElse(null), Types.BINARY)
                    .param("other", otherPerson).param("id", attempt.identification()).param("state", attempt.stateDigest()).update();
            if (won == 0) {
                return Optional.<RandomToken>empty();
            }
            // Other attempts keep their state: a callback that comes late is told that another was first.
            setStatus(attempt.stateDigest(), AuthorizationAttempt.Status.IDENTIFIED);
            withIt.run();
            return Optional.of(ticket);
        });
    }

    /**
     * Another ticket for the result, in place of the first: the answer with that one never reached its browser.
     *
     * @param attempt    the one that was first; of this browser
     * @param ticketLife how long the ticket is good
     * @return empty if another attempt was first, a ticket was spent, or there is no result to come
     */
    public Optional<RandomToken> ticketAgain(AuthorizationAttempt attempt, Duration ticketLife) {
        RandomToken ticket = RandomToken.generate();
        int again = transaction.execute(status -> jdbc.sql("""
                update identification set result_digest = :ticket, result_until = %s
                where id = :id and result_spent = false and state in ('identified', 'fetching', 'ready')
                and exists (select 1 from authorization_attempt a
                    where a.state_digest = :state and a.status = 'identified')
                """.formatted(IN.formatted("life")))
                .param("ticket", ticket.digest()).param("life", ticketLife.toMillis())
                .param("id", attempt.identification()).param("state", attempt.stateDigest()).update());
        return Optional.of(ticket).filter(made -> again == 1);
    }

    /**
     * An attempt came to nothing, and with it the identification, unless another attempt is still open.
     *
     * @param attempt  its state's digest; empty if it did not get as far as that
     * @param end      {@link IdentificationState#FAILED} or {@link IdentificationState#INTERRUPTED}
     * @param reported the other side's own words
     * @param onEnd    what else is stored in this transaction if the identification ends
     * @return the state of the identification now; empty if it ended before, or is identified
     */
    public Optional<IdentificationState> failed(UUID identification, Optional<String> attempt, IdentificationState end,
            FailureSummary failure, Optional<Failure.Reported> reported, Runnable onEnd) {
        return transaction.execute(status -> {
            // What follows sees what others did before they gave this row free.
            Optional<String> state = jdbc.sql("select state from identification where id = :id for update")
                    .param("id", identification).query(String.class).optional();
            attempt.ifPresent(this::endUnlessIdentified);
            if (state.map(IdentificationState::of).filter(IdentificationState::isOpen).isEmpty()) {
                return Optional.<IdentificationState>empty();
            }
            IdentificationState next = stateOfOthers(identification).orElse(end);
            end(identification, next, failure, reported);
            if (next.isFinal()) {
                onEnd.run();
            }
            return Optional.of(next);
        });
    }

    /** Where the identification is by the attempts that are still open; empty if none is. */
    private Optional<IdentificationState> stateOfOthers(UUID identification) {
        List<String> open = jdbc.sql("""
                select status from authorization_attempt where identification_id = :id and
                (status = 'exchanging' or status = 'open' and expires_at > current_timestamp)
                """)
                .param("id", identification).query(String.class).list();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(open.contains(AuthorizationAttempt.Status.EXCHANGING.label())
                ? IdentificationState.EXCHANGING : IdentificationState.AT_AITU);
    }

    private void end(UUID identification, IdentificationState state, FailureSummary failure,
            Optional<Failure.Reported> reported) {
        jdbc.sql("""
                update identification set state = :state, failure_family = :family, failure_code = :code,
                failure_kind = :kind, retryable = :retryable, reported = :reported,
                request = case when :final then null else request end,
                final_at = case when :final then current_timestamp else null end
                where id = :id
                """)
                .param("state", state.label()).param("family", failure.family().label()).param("code", failure.code())
                .param("kind", failure.kind().label()).param("retryable", failure.retryable())
                .param("reported", reported.map(words -> rows.encrypted(words, identification)).orElse(null), Types.BINARY)
                .param("final", state.isFinal(), Types.BOOLEAN).param("id", identification).update();
    }

    /** One that has identified the person stays the one for whose browser there is a ticket, whatever failed after it. */
    private void endUnlessIdentified(String stateDigest) {
        jdbc.sql("update authorization_attempt set status = 'ended' where state_digest = :state and status <> 'identified'")
                .param("state", stateDigest).update();
    }

    private void setStatus(String stateDigest, AuthorizationAttempt.Status attempt) {
        jdbc.sql("update authorization_attempt set status = :status where state_digest = :state")
                .param("status", attempt.label()).param("state", stateDigest).update();
    }

    /**
     * Takes identifications whose time for a callback is over; they are taken again after the lease, if they are not
     * {@link #expired} by then.
     */
    public List<UUID> leaseOverdue(int max, Duration lease) {
        return transaction.execute(status -> {
            List<UUID> due = jdbc.sql("""
                    select id from identification where state in ('created', 'at-aitu') and due_at <= current_timestamp
                    order by due_at limit :max for update skip locked
                    """)
                    .param("max", max).query(UUID.class).list();
            if (!due.isEmpty()) {
                jdbc.sql("update identification set due_at = %s where id in (:ids)".formatted(IN.formatted("lease")))
                        .param("lease", lease.toMillis()).param("ids", due).update();
            }
            return due;
        });
    }

    /**
     * No callback came in time.
     *
     * @param onEnd what else is stored in this transaction
     * @return false if one did after all, or it ended otherwise
     */
    public boolean expired(UUID identification, FailureSummary failure, Runnable onEnd) {
        return transaction.execute(status -> {
            int ended = jdbc.sql("""
                    update identification set state = 'expired', request = null, final_at = current_timestamp,
                    failure_family = :family, failure_code = :code, failure_kind = :kind, retryable = :retryable
                    where id = :id and state in ('created', 'at-aitu')
                    """)
                    .param("family", failure.family().label()).param("code", failure.code())
                    .param("kind", failure.kind().label()).param("retryable", failure.retryable())
                    .param("id", identification).update();
            if (ended == 1) {
                onEnd.run();
            }
            return ended == 1;
        });
    }

    /** Takes attempts that have been exchanging so long that their process must have ended. */
    public List<InterruptedAttempt> leaseInterrupted(int max, Duration longestExchange) {
        return transaction.execute(status -> {
            List<InterruptedAttempt> left = jdbc.sql("""
                    select state_digest, identification_id from authorization_attempt
                    where status = 'exchanging'
                    and exchanging_since <= current_timestamp - cast(:longest as bigint) * interval '0.001' second
                    order by exchanging_since limit :max for update skip locked
                    """)
                    .param("longest", longestExchange.toMillis()).param("max", max)
                    .query((row, i) -> new InterruptedAttempt(row.getObject("identification_id", UUID.class),
                            row.getString("state_digest"))).list();
            if (!left.isEmpty()) {
                jdbc.sql("update authorization_attempt set exchanging_since = current_timestamp where state_digest in (:states)")
                        .param("states", left.stream().map(InterruptedAttempt::stateDigest).toList()).update();
            }
            return left;
        });
    }

    /** An attempt whose code went out, or not, when its process ended. */
    public record InterruptedAttempt(UUID identification, String stateDigest) {
    }
}
