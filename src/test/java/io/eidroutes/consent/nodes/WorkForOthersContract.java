package io.eidroutes.consent.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a node has no hand free for another one does, because it is told of it. */
abstract class WorkForOthersContract extends NodesContract {

    @Test
    void whenANodeHasNoHandFreeThenAnotherSendsTheClaim() throws Exception {
        String slow = session();
        smev().next(Scenario.of(new Effect.Slow(15_000)).on(Operation.SEND_REQUEST).when(slow));
        String held = Node.claimId(a().post(slow, "respond-async").get());
        await().until(() -> smev().received().totals().sendRequests() == 1);

        HttpResponse<String> other = a().post(session(), "wait=60").get();

        assertThat(other.statusCode()).as(other.body()).isEqualTo(200);
        assertThat(other.body()).contains("SUCCEEDED");
        assertThat(sender(Node.claimId(other))).isNotEqualTo(sender(held));
        // By its own clock the other's lease would be over; that of the database counts.
        assertThat(database().sql("select ever_unclear from attempt where claim_id = cast(:id as uuid)").param("id", held)
                .query(Boolean.class).single()).as("taken over").isFalse();
    }

    /** The part of a MessageID that is drawn once a process. */
    private static long sender(String claim) {
        return database().sql("select message_id from attempt where claim_id = cast(:id as uuid)").param("id", claim)
                .query(UUID.class).single().node();
    }
}
