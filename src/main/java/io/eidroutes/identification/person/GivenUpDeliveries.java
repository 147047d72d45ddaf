package io.eidroutes.identification.person;

import io.eidroutes.desk.DeadLetter;
import io.eidroutes.desk.DeadLetters;
import io.eidroutes.store.GivenId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The deliveries to partners that are not tried any more. Dropping one leaves the result, which can still be fetched. */
final class GivenUpDeliveries implements DeadLetters {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Runnable wake;
    private final Duration giveUp;

    /**
     * @param wake   has deliveries looked for
     * @param giveUp how long one that was put back is tried
     */
    GivenUpDeliveries(JdbcClient jdbc, PlatformTransactionManager transactions, Runnable wake, Duration giveUp) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.wake = wake;
        this.giveUp = giveUp;
    }

    @Override
    public String place() {
        return "identification-deliveries";
    }

    @Override
    public List<DeadLetter> list(int max) {
        return jdbc.sql("""
                select identification_id, client, channel, state, tries, given_up_at from result_delivery
                where given_up_at is not null order by given_up_at limit :max
                """)
                .param("max", max)
                .query((row, i) -> new DeadLetter(row.getString("identification_id"),
                        row.getObject("given_up_at", OffsetDateTime.class).toInstant(), "delivery-deadline",
                        Map.of("client", row.getString("client"), "channel", row.getString("channel"),
                                "state", row.getString("state"), "tries", String.valueOf(row.getInt("tries")))))
                .list();
    }

    @Override
    public boolean putBack(String id) {
        boolean there = GivenId.of(id).filter(known -> transaction.execute(status -> jdbc.sql("""
                update result_delivery set given_up_at = null, tries = 0, due_at = current_timestamp,
                deadline = current_timestamp + cast(:giveUp as bigint) * interval '0.001' second
                where identification_id = :id and given_up_at is not null
                """)
                .param("giveUp", giveUp.toMillis()).param("id", known).update()) == 1).isPresent();
        if (there) {
            wake.run();
        }
        return there;
    }

    @Override
    public boolean drop(String id) {
        return GivenId.of(id).filter(known -> transaction.execute(status -> jdbc.sql(
                "delete from result_delivery where identification_id = :id and given_up_at is not null")
                .param("id", known).update()) == 1).isPresent();
    }

    /** Forgets those that were given up so long ago: their results are erased by then. */
    void eraseOld(Duration keep) {
        transaction.executeWithoutResult(status -> jdbc.sql("""
                delete from result_delivery
                where given_up_at <= current_timestamp - cast(:keep as bigint) * interval '0.001' second
                """)
                .param("keep", keep.toMillis()).update());
    }
}
