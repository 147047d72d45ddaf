package io.eidroutes.consent;

import io.eidroutes.failure.Failure;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.privacy.Undecryptable;
import io.eidroutes.store.DurableTransactions;
import io.eidroutes.store.LeaseLost;
import io.eidroutes.trace.TraceParent;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
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
 * The claims that somebody has to work on: to send them, to send them again, or to end them at their deadline. One
 * owner at a time holds a claim, for the time of the lease. While it is held, {@code due_at} is the end of the lease,
 * so a claim whose owner died is due again by itself.
 */
public final class ClaimQueue {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimQueue.class);
    /** How soon a claim that cannot be decrypted is looked at again: an operator may have mended the keyset. */
    private static final Duration QUARANTINE = Duration.ofMinutes(10);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate soon;
    private final PersonalData personal;

    public ClaimQueue(JdbcClient jdbc, PlatformTransactionManager transactions, PersonalData personal) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.soon = DurableTransactions.soon(transactions);
        this.personal = personal;
    }

    /**
     * Leases claims that are due, those longest due first. An attempt found in flight was left by an owner who died:
     * it may have arrived, and is marked so. A claim that cannot be decrypted is quarantined and left out. Should a crash
     * lose this note, the claim is due as before, and found again.
     */
    public List<LeasedClaim> lease(String owner, int max, Duration lease) {
        return lease("", owner, max, lease);
    }

    /** Leases those of them that are past their deadline: there is nothing to send for them. */
    public List<LeasedClaim> leasePastDeadline(String owner, int max, Duration lease) {
        return lease("""
                and exists (select 1 from claim c where c.id = open_claim.claim_id and c.end_of_life <= current_timestamp)
                """, owner, max, lease);
    }

    private List<LeasedClaim> lease(String andWhere, String owner, int max, Duration lease) {
        return soon.execute(status -> {
            List<UUID> due = jdbc.sql("select claim_id from open_claim where due_at <= current_timestamp " + andWhere
                    + " order by due_at limit :max for update skip locked").param("max", max).query(UUID.class).list();
            return due.isEmpty() ? List.of() : take(due, owner, lease);
        });
    }

    /** Ends the leases of an owner who stops, so that another need not wait for their end. */
    public int giveBack(String owner) {
        return transaction.execute(status -> jdbc.sql("""
                update open_claim set due_at = current_timestamp where lease_owner = :owner and due_at > current_timestamp
                """).param("owner", owner).update());
    }

    private List<LeasedClaim> take(List<UUID> due, String owner, Duration lease) {
        jdbc.sql("""
                update open_claim set fence = fence + 1,
                tries = case when lease_owner is null then tries else tries + 1 end,
                held_for = null, held_since = null,
                lease_owner = :owner, due_at = current_timestamp + cast(:lease as bigint) * interval '0.001' second
                where claim_id in (:ids)
                """)
                .param("owner", owner).param("lease", lease.toMillis()).param("ids", due).update();
        jdbc.sql("""
                update attempt set outcome = 'unclear', ever_unclear = true
                where claim_id in (:ids) and outcome = 'in-flight'
                """)
                .param("ids", due).update();
        List<Optional<LeasedClaim>> leased = new ArrayList<>();
        List<UUID> undecryptable = new ArrayList<>();
        jdbc.sql("""
                select o.claim_id, o.fence, o.lease_owner, o.state, o.payload, o.tries, o.faults, o.attempt, c.client, c.door, c.trace,
                       c.routing_code, c.end_of_life, c.end_of_life <= current_timestamp as past_end_of_life,
                       a.message_id, a.envelope, a.ever_unclear as attempt_unclear,
                       exists (select 1 from attempt u where u.claim_id = o.claim_id and u.ever_unclear) as ever_unclear
                from open_claim o join claim c on c.id = o.claim_id
                left join attempt a on a.claim_id = o.claim_id and a.n = o.attempt and a.outcome <> 'superseded'
                where o.claim_id in (:ids) order by c.created_at
                """)
                .param("ids", due).query(row -> {
                    leased.add(leased(row, undecryptable));
                });
        quarantine(undecryptable);
        return leased.stream().flatMap(Optional::stream).toList();
    }

    private Optional<LeasedClaim> leased(ResultSet row, List<UUID> undecryptable) throws SQLException {
        UUID id = row.getObject("claim_id", UUID.class);
        boolean past = row.getBoolean("past_end_of_life");
        byte[] payload = new byte[0];
        Optional<Attempt> attempt = Optional.empty();
        try {
            payload = personal.decrypt(row.getBytes("payload"), "open_claim", id, "payload");
            UUID messageId = row.getObject("message_id", UUID.class);
            if (messageId != null) {
                attempt = Optional.of(new Attempt(row.getInt("attempt"), messageId,
                        personal.decrypt(row.getBytes("envelope"), "attempt", messageId, "envelope"),
                        row.getBoolean("attempt_unclear")));
            }
        } catch (Undecryptable e) {
            LOG.error("Claim {} is quarantined. {}", id, e.getMessage());
            if (!past) {
                undecryptable.add(id);
                return Optional.empty();
            }
        }
        return Optional.of(new LeasedClaim(id, row.getLong("fence"), row.getString("lease_owner"), row.getString("client"),
                row.getString("door"), row.getString("routing_code"), ClaimState.of(row.getString("state")), payload,
                row.getObject("end_of_life", OffsetDateTime.class).toInstant(), past, row.getInt("tries"),
                row.getInt("faults"), row.getInt("attempt"), attempt, row.getBoolean("ever_unclear"),
                TraceParent.of(row)));
    }

    private void quarantine(List<UUID> undecryptable) {
        if (!undecryptable.isEmpty()) {
            jdbc.sql("""
                    update open_claim set state = 'quarantined', lease_owner = null,
                    due_at = current_timestamp + cast(:later as bigint) * interval '0.001' second
                    where claim_id in (:ids)
                    """)
                    .param("later", QUARANTINE.toMillis()).param("ids", undecryptable).update();
        }
    }

    /**
     * Stores a new attempt before its first byte leaves.
     *
     * @throws Failure               transport {@code EID-LEASE-LOST}: another node has the claim, nothing may be sent
     * @throws IllegalStateException if the claim has an attempt that is to be sent again
     */
    public LeasedClaim storeAttempt(LeasedClaim claim, UUID messageId, byte[] envelope) {
        if (claim.attempt().isPresent()) {
            throw new IllegalStateException("Claim " + claim.id() + " has an attempt that is to be sent again.");
        }
        Attempt attempt = new Attempt(claim.attempts() + 1, messageId, envelope, false);
        byte[] encrypted = personal.encrypt(envelope, "attempt", messageId, "envelope");
        transaction.executeWithoutResult(status -> {
            startSending(claim, attempt);
            jdbc.sql("""
                    insert into attempt (claim_id, n, message_id, envelope, first_wire_at, outcome, ever_unclear)
                    values (:id, :n, :messageId, :envelope, current_timestamp, 'in-flight', false)
                    """)
                    .param("id", claim.id()).param("n", attempt.n()).param("messageId", messageId)
                    .param("envelope", encrypted).update();
        });
        return claim.sending(attempt);
    }

    /**
     * Marks the stored attempt as being sent again, before its first byte leaves.
     *
     * @throws Failure transport {@code EID-LEASE-LOST}: another node has the claim, nothing may be sent
     */
    public LeasedClaim resend(LeasedClaim claim) {
        Attempt attempt = stored(claim);
        transaction.executeWithoutResult(status -> {
            startSending(claim, attempt);
            mark(claim, attempt, AttemptOutcome.IN_FLIGHT, false);
        });
        return claim.sending(attempt);
    }

    private void startSending(LeasedClaim claim, Attempt attempt) {
        int held = jdbc.sql("""
                update open_claim set state = 'sending', attempt = :n
                where claim_id = :id and fence = :fence and lease_owner = :owner and attempt = :attempts
                """)
                .param("n", attempt.n()).param("id", claim.id()).param("fence", claim.fence())
                .param("owner", claim.owner()).param("attempts", claim.attempts()).update();
        if (held == 0) {
            throw LeaseLost.failure();
        }
    }

    /**
     * СМЭВ has the request: now an answer is awaited until the deadline. A claim that is final already stays so. Should
     * a crash lose this note, the same bytes are sent again and СМЭВ says that it has them.
     */
    public void sent(LeasedClaim claim) {
        Attempt attempt = stored(claim);
        soon.executeWithoutResult(status -> {
            release(claim, Release.untilDeadline(ClaimState.SENT));
            mark(claim, attempt, AttemptOutcome.SENT, false);
        });
    }

    /** The attempt certainly did not arrive; the same bytes again later. */
    public void notSent(LeasedClaim claim, Duration retryIn) {
        release(claim, Release.retry(retryIn), AttemptOutcome.NOT_SENT, false);
    }

    /** The attempt may have arrived; the same bytes again later, and never others by themselves. */
    public void unclear(LeasedClaim claim, Duration retryIn) {
        release(claim, Release.retry(retryIn), AttemptOutcome.UNCLEAR, true);
    }

    /** СМЭВ answered with a fault that ends the claim if it stays. Before the claim is given back. */
    public void countFault(LeasedClaim claim) {
        jdbc.sql("update open_claim set faults = faults + 1 where claim_id = :id and fence = :fence and lease_owner = :owner")
                .param("id", claim.id()).param("fence", claim.fence()).param("owner", claim.owner()).update();
    }

    /** Nothing is known of an arrival and nothing more may be sent: waits for an answer until the deadline. */
    public void uncertain(LeasedClaim claim) {
        release(claim, Release.untilDeadline(ClaimState.UNCERTAIN), AttemptOutcome.REFUSED, false);
    }

    /** Nothing was sent, for instance because the mapping failed. */
    public void retryLater(LeasedClaim claim, Duration retryIn) {
        transaction.executeWithoutResult(status -> release(claim, Release.retry(retryIn)));
    }

    /**
     * СМЭВ refused the attempt.
     *
     * @param newAttempt map and sign anew next time; only where no attempt may have arrived, else the same bytes
     */
    public void refused(LeasedClaim claim, Duration retryIn, boolean newAttempt) {
        Attempt attempt = stored(claim);
        transaction.executeWithoutResult(status -> {
            release(claim, Release.retry(retryIn));
            boolean superseded = newAttempt && !everUnclear(claim);
            mark(claim, attempt, superseded ? AttemptOutcome.SUPERSEDED : AttemptOutcome.REFUSED, false);
        });
    }

    /**
     * Closes the refused attempt, so that the claim is mapped, signed and sent anew under another MessageID at once.
     *
     * @param maxAttempts attempts that a claim may have in all, the first included
     * @return false, and the lease is still held, if an attempt may have arrived or there were too many
     */
    public boolean reissue(LeasedClaim claim, int maxAttempts) {
        Attempt attempt = stored(claim);
        return transaction.execute(status -> {
            if (attempt.n() >= maxAttempts || everUnclear(claim)) {
                return false;
            }
            release(claim, Release.retry(Duration.ZERO));
            mark(claim, attempt, AttemptOutcome.SUPERSEDED, false);
            return true;
        });
    }

    /** The time by the database's clock, which is the same for all nodes. */
    public Instant now() {
        return jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
    }

    private boolean everUnclear(LeasedClaim claim) {
        return exists("attempt where claim_id = :id and ever_unclear", claim);
    }

    private void release(LeasedClaim claim, Release release, AttemptOutcome outcome, boolean unclear) {
        Attempt attempt = stored(claim);
        transaction.executeWithoutResult(status -> {
            release(claim, release);
            mark(claim, attempt, outcome, unclear);
        });
    }

    /** Gives the lease back. A claim that became final meanwhile, by an answer that was faster, is left alone. */
    private void release(LeasedClaim claim, Release release) {
        int held = jdbc.sql("""
                update open_claim set lease_owner = null, tries = tries + :failed, state = coalesce(:state, state),
                due_at = least(current_timestamp + cast(:dueIn as bigint) * interval '0.001' second, :endOfLife)
                where claim_id = :id and fence = :fence and lease_owner = :owner
                """)
                .param("failed", release.state().isPresent() ? 0 : 1)
                .param("state", release.state().map(ClaimState::label).orElse(null), Types.VARCHAR)
                .param("dueIn", release.dueIn().toMillis())
                .param("endOfLife", claim.endOfLife().atOffset(ZoneOffset.UTC))
                .param("id", claim.id()).param("fence", claim.fence()).param("owner", claim.owner()).update();
        if (held == 0 && exists("open_claim where claim_id = :id", claim)) {
            throw LeaseLost.failure();
        }
    }

    private boolean exists(String rows, LeasedClaim claim) {
        return jdbc.sql("select exists (select 1 from " + rows + ")").param("id", claim.id()).query(Boolean.class).single();
    }

    private void mark(LeasedClaim claim, Attempt attempt, AttemptOutcome outcome, boolean unclear) {
        jdbc.sql("""
                update attempt set outcome = :outcome, ever_unclear = ever_unclear or :unclear
                where claim_id = :id and n = :n
                """)
                .param("outcome", outcome.label()).param("unclear", unclear)
                .param("id", claim.id()).param("n", attempt.n()).update();
    }

    private static Attempt stored(LeasedClaim claim) {
        return claim.attempt().orElseThrow(() -> new IllegalStateException("Claim " + claim.id() + " has no attempt to mark."));
    }

    /** How a claim is given back: in another state until its deadline, or as it is for another try. */
    private record Release(Optional<ClaimState> state, Duration dueIn) {

        /** Longer than any deadline, which is the limit. */
        private static final Duration AT_DEADLINE = Duration.ofDays(36_500);

        static Release untilDeadline(ClaimState state) {
            return new Release(Optional.of(state), AT_DEADLINE);
        }

        static Release retry(Duration in) {
            return new Release(Optional.empty(), in);
        }
    }
}
