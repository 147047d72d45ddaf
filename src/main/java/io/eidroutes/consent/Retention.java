package io.eidroutes.consent;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Erases what is no longer needed, a small batch a transaction. Open claims are never touched. */
public final class Retention {

    private static final int BATCH = 500;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    public Retention(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Erases what is older than it may be.
     *
     * @param keepAnswers how long a response is kept after the final state, and a message of СМЭВ after its receipt
     * @param keepIds     how long claims, MessageIDs and ids of answers are kept; not shorter
     * @param keepQuarantined how long a quarantined message is kept after it came last
     */
    public Erased erase(Duration keepAnswers, Duration keepIds, Duration keepQuarantined) {
        if (keepIds.compareTo(keepAnswers) < 0) {
            throw new IllegalArgumentException("Ids must be kept at least as long as answers.");
        }
        int undelivered = inBatches(keepAnswers, """
                delete from delivery where claim_id in (
                    select d.claim_id from delivery d join outcome e on e.claim_id = d.claim_id
                    where e.final_at <= current_timestamp - cast(:keep as bigint) * interval '0.001' second limit :batch)
                """);
        int responses = inBatches(keepAnswers, """
                update outcome set response = null, erased = true where claim_id in (
                    select claim_id from outcome where erased = false
                    and final_at <= current_timestamp - cast(:keep as bigint) * interval '0.001' second
                    order by final_at limit :batch)
                """);
        int answers = inBatches(keepAnswers, """
                update answer set content = null, erased = true where id in (
                    select id from answer where erased = false
                    and received_at <= current_timestamp - cast(:keep as bigint) * interval '0.001' second
                    order by received_at limit :batch)
                """);
        // Attempts and the rest of a claim go with it.
        int claims = inBatches(keepIds, """
                delete from claim where id in (
                    select claim_id from outcome where erased = true
                    and final_at <= current_timestamp - cast(:keep as bigint) * interval '0.001' second
                    order by final_at limit :batch)
                """);
        inBatches(keepIds, """
                delete from answer where id in (
                    select id from answer where erased = true
                    and received_at <= current_timestamp - cast(:keep as bigint) * interval '0.001' second
                    order by received_at limit :batch)
                """);
        inBatches(keepQuarantined, """
                delete from quarantine where id in (
                    select id from quarantine
                    where last_seen_at <= current_timestamp - cast(:keep as bigint) * interval '0.001' second limit :batch)
                """);
        return new Erased(responses, undelivered, answers, claims);
    }

    private int inBatches(Duration keep, String statement) {
        int total = 0;
        int rows;
        do {
            rows = transaction.execute(status -> jdbc.sql(statement)
                    .param("keep", keep.toMillis()).param("batch", BATCH).update());
            total += rows;
        } while (rows == BATCH);
        return total;
    }
}
