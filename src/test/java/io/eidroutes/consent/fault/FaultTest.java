package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Received;
import io.eidroutes.simulator.smev.Scenario;
import java.net.http.HttpResponse;
import org.awaitility.Awaitility;

/** What СМЭВ does to a SendRequest, and what comes of it. */
abstract class FaultTest extends ConsentTest {

    protected final ObjectNode claim = example();

    protected void nextSending(Effect effect) {
        nextSendings(1, effect);
    }

    protected void nextSendings(int times, Effect effect) {
        smev().next(Scenario.of(effect).on(Operation.SEND_REQUEST).when(session(claim)).times(times));
    }

    protected void everySending(Effect effect) {
        smev().next(Scenario.of(effect).on(Operation.SEND_REQUEST).when(session(claim)).always());
    }

    /** The one message that the simulator saw. */
    protected static Received.Message onlyMessage() {
        assertThat(smev().received().messages()).hasSize(1);
        return smev().received().messages().get(0);
    }

    protected HttpResponse<String> answer() throws Exception {
        return post(claim.toString(), "Prefer", "wait=20");
    }

    protected void assertSucceeds() throws Exception {
        HttpResponse<String> answer = answer();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(SUCCEEDED);
        assertThat(smev().received().totals().accepted()).isEqualTo(1);
    }

    /** The claim's state, once it is this one. */
    protected void awaitState(String id, String state) {
        Awaitility.await().untilAsserted(() ->
                assertThat(JSON.readTree(get(id).body()).path("state").asText()).isEqualTo(state));
    }
}
