package io.eidroutes.smev;

import io.eidroutes.store.DurableTransactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The NodeIDs under which requests of ours went out, until when their own processes promised to be heard again, and who polls those of
 * silent ones. An empty NodeID is that part of the queue which belongs to none. All times are of the database's clock;
 * a note that a crash loses is made again with the next sign of life.
 */
final class NodeStore {

    private final JdbcClient jdbc;
    private final TransactionTemplate soon;

    NodeStore(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.soon = DurableTransactions.soon(transactions);
    }

    /**
     * A process whose own NodeID that is lives: whoever polls it in its place is to leave it.
     *
     * @param silence after which it counts as silent, unless it is heard before
     */
    void heard(String nodeId, Duration silence) {
        if (!heardAgain(nodeId, silence)) {
            try {
                soon.executeWithoutResult(status -> jdbc.sql("""
                        insert into smev_node (node_id, silent_at)
                        values (:id, current_timestamp + cast(:silence as bigint) * interval '0.001' second)
                        """)
                        .param("id", nodeId).param("silence", silence.toMillis()).update());
            } catch (DuplicateKeyException twin) {
                heardAgain(nodeId, silence);
            }
        }
    }

    private boolean heardAgain(String nodeId, Duration silence) {
        return soon.execute(status -> jdbc.sql("""
                update smev_node set adopter = null, adopted_until = null,
                silent_at = current_timestamp + cast(:silence as bigint) * interval '0.001' second where node_id = :id
                """)
                .param("id", nodeId).param("silence", silence.toMillis()).update()) == 1;
    }

    /**
     * Takes the silent NodeIDs that nobody polls, and keeps those that were taken before and are silent still.
     *
     * @param adopter the process that polls them from now on
     * @param lease   for how long it polls them without having asked again; then another may take them
     * @return all that it polls now
     */
    List<String> adopt(String adopter, Duration lease) {
        return soon.execute(status -> {
            List<String> adopted = jdbc.sql("""
                    select node_id from smev_node where silent_at <= current_timestamp
                    and (adopter is null or adopter = :adopter or adopted_until <= current_timestamp)
                    order by node_id for update skip locked
                    """)
                    .param("adopter", adopter).query(String.class).list();
            if (!adopted.isEmpty()) {
                jdbc.sql("""
                        update smev_node set adopter = :adopter,
                        adopted_until = current_timestamp + cast(:lease as bigint) * interval '0.001' second
                        where node_id in (:ids)
                        """)
                        .param("adopter", adopter).param("lease", lease.toMillis()).param("ids", adopted).update();
            }
            return adopted;
        });
    }

    /** That process polls none any more. */
    void giveBack(String adopter) {
        soon.executeWithoutResult(status -> jdbc.sql("update smev_node set adopter = null, adopted_until = null where adopter = :adopter")
                .param("adopter", adopter).update());
    }

    /** Who polls it in the place of its own process. */
    Optional<String> adopter(String nodeId) {
        return jdbc.sql("select adopter from smev_node where node_id = :id and adopted_until > current_timestamp")
                .param("id", nodeId).query(String.class).optional();
    }

    /**
     * Forgets silent NodeIDs for which no answer is awaited: every claim that was sent before they fell silent has ended.
     * Whose claim it was makes no difference, so that some are forgotten later than they might be.
     */
    int forget() {
        return soon.execute(status -> jdbc.sql("""
                delete from smev_node where silent_at <= current_timestamp
                and not exists (select 1 from open_claim o join attempt a on a.claim_id = o.claim_id
                    where a.first_wire_at <= smev_node.silent_at)
                """).update());
    }
}
