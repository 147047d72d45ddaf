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
class WorkForOthersTest extends NodesTest {

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
        assertThat(b().read(held).path("state").asText()).isNotEqualTo("accepted");
    }

    /** The part of a MessageID that is drawn once a process. */
    private static long sender(String claim) {
        return database().sql("select message_id from attempt where claim_id = cast(:id as uuid)").param("id", claim)
                .query(UUID.class).single().node();
    }
}
