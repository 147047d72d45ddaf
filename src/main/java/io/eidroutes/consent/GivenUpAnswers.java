package io.eidroutes.consent;

import io.eidroutes.desk.DeadLetter;
import io.eidroutes.desk.DeadLetters;
import io.eidroutes.store.GivenId;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The answers that are not brought to their callers any more. Dropping one leaves the answer, which can still be fetched. */
final class GivenUpAnswers implements DeadLetters {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Runnable wake;

    /** @param wake has deliveries looked for */
    GivenUpAnswers(JdbcClient jdbc, PlatformTransactionManager transactions, Runnable wake) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.wake = wake;
    }

    @Override
    public String place() {
        return "claim-deliveries";
    }

    @Override
    public List<DeadLetter> list(int max) {
        return jdbc.sql("""
                select d.claim_id, d.tries, d.given_up_at, c.client, c.door, c.delivery_id
                from delivery d join claim c on c.id = d.claim_id
                where d.given_up_at is not null order by d.given_up_at limit :max
                """)
                .param("max", max)
                .query((row, i) -> new DeadLetter(row.getString("claim_id"),
                        row.getObject("given_up_at", OffsetDateTime.class).toInstant(), "EID-DELIVERY-DEADLINE",
                        Map.of("client", row.getString("client"), "door", row.getString("door"),
                                "deliveryId", row.getString("delivery_id"), "tries", String.valueOf(row.getInt("tries")))))
                .list();
    }

    @Override
    public boolean putBack(String id) {
        boolean there = change(id, """
                update delivery set given_up_at = null, put_back_at = current_timestamp, tries = 0, due_at = current_timestamp
                where claim_id = :id and given_up_at is not null
                """);
        if (there) {
            wake.run();
        }
        return there;
    }

    @Override
    public boolean drop(String id) {
        return change(id, "delete from delivery where claim_id = :id and given_up_at is not null");
    }

    private boolean change(String id, String statement) {
        return GivenId.of(id).filter(known -> transaction.execute(status ->
                jdbc.sql(statement).param("id", known).update()) == 1).isPresent();
    }
}
