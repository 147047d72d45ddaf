package io.eidroutes.consent;

import io.eidroutes.store.DurableTransactions;
import io.eidroutes.trace.TraceParent;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ended claims whose response is still to be brought to the caller. Delivery is at least once: whoever takes a
 * claim too long may see it taken by another, and {@code deliveryId} tells the caller that it is the same response.
 */
public final class DeliveryQueue {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate soon;
    private final Duration giveUp;

    /** @param giveUp how long after the claim's end a delivery is tried, where the channel may be given up */
    public DeliveryQueue(JdbcClient jdbc, PlatformTransactionManager transactions, Duration giveUp) {
        this.giveUp = giveUp;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.soon = DurableTransactions.soon(transactions);
    }

    /** Takes claims whose response is undelivered; they are due again after the lease. */
    public List<DueDelivery> lease(int max, Duration lease) {
        return soon.execute(status -> {
            List<DueDelivery> due = jdbc.sql("""
                    select d.claim_id, d.tries, c.trace, coalesce(d.put_back_at, e.final_at) <= current_timestamp - cast(:giveUp as bigint)
                    * interval '0.001' second as past_deadline
                    from delivery d join outcome e on e.claim_id = d.claim_id join claim c on c.id = d.claim_id
                    where d.due_at <= current_timestamp and d.given_up_at is null
                    order by d.due_at limit :max for update of d skip locked
                    """)
                    .param("max", max).param("giveUp", giveUp.toMillis())
                    .query((row, i) -> new DueDelivery(row.getObject("claim_id", UUID.class), row.getInt("tries"),
                            row.getBoolean("past_deadline"), TraceParent.of(row))).list();
            postpone(due.stream().map(DueDelivery::claim).toList(), lease);
            return due;
        });
    }

    /** The delivery failed and is to be tried again. */
    public void retryLater(UUID claim, Duration retryIn) {
        transaction.executeWithoutResult(status -> {
            postpone(List.of(claim), retryIn);
            jdbc.sql("update delivery set tries = tries + 1 where claim_id = :id").param("id", claim).update();
        });
    }

    /**
     * The caller asks once more for what it may have had already: an ended claim's response is brought to it again.
     *
     * @return false if the response is erased, so that it cannot be
     */
    public boolean again(UUID claim) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            jdbc.sql("""
                    update delivery set given_up_at = null, due_at = current_timestamp
                    where claim_id = :id and given_up_at is not null
                    """)
                    .param("id", claim).update();
            jdbc.sql("""
                    insert into delivery (claim_id, due_at) select c.id, current_timestamp
                    from claim c join outcome e on e.claim_id = c.id
                    where c.id = :id and c.reply_to is not null and e.response is not null
                    and not exists (select 1 from delivery d where d.claim_id = c.id)
                    """)
                    .param("id", claim).update();
            return jdbc.sql("select not exists (select 1 from outcome where claim_id = :id and response is null)")
                    .param("id", claim).query(Boolean.class).single();
        }));
    }

    /** It is not tried any more; the response stays until its own time is over, and an operator can put it back. */
    public void giveUp(UUID claim) {
        transaction.executeWithoutResult(status -> jdbc.sql(
                "update delivery set given_up_at = current_timestamp where claim_id = :id").param("id", claim).update());
    }

    private void postpone(List<UUID> claims, Duration by) {
        if (!claims.isEmpty()) {
            jdbc.sql("""
                    update delivery set due_at = current_timestamp + cast(:by as bigint) * interval '0.001' second
                    where claim_id in (:ids)
                    """)
                    .param("by", by.toMillis()).param("ids", claims).update();
        }
    }

    /**
     * The callers have the responses: answered claims become delivered, expired ones stay expired. Should a crash lose
     * this note, a response can be fetched once more.
     */
    public void delivered(Collection<UUID> claims) {
        if (claims.isEmpty()) {
            return;
        }
        soon.executeWithoutResult(status -> {
            jdbc.sql("delete from delivery where claim_id in (:ids)").param("ids", claims).update();
            jdbc.sql("""
                    update outcome set state = case when state = 'answered' then 'delivered' else state end,
                    delivered_at = current_timestamp where claim_id in (:ids) and delivered_at is null
                    """)
                    .param("ids", claims).update();
        });
    }
}
