package io.eidroutes.consent.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.springframework.test.context.TestPropertySource;

/**
 * The application with claims that live for seconds, and MessageIDs that are old at once. A node of its own: the
 * application of the other tests is still there and would take its answers.
 */
@TestPropertySource(properties = {
        "eid.smev.message-id-life=1ms", "eid.consent.end-of-life=4s", "eid.smev.node-id=short-life",
        "eid.consent.backlog.high=20", "eid.consent.backlog.low=10"})
abstract class ShortLifeTest extends ConsentTest {

    protected final ObjectNode claim = example();

    protected void nextSending(Effect effect) {
        smev().next(Scenario.of(effect).on(Operation.SEND_REQUEST).when(session(claim)));
    }

    protected void everySending(Effect effect) {
        smev().next(Scenario.of(effect).on(Operation.SEND_REQUEST).when(session(claim)).always());
    }

    /** Hands the claim in without waiting for its answer. */
    protected String accepted() throws Exception {
        return claimId(post(claim.toString(), "Prefer", "respond-async"));
    }

    protected JsonNode awaitState(String id, String state) {
        return Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> JSON.readTree(get(id).body()),
                claim -> claim.path("state").asText().equals(state));
    }

    protected static void assertFault(JsonNode claim, String code) {
        assertThat(claim.at("/response/status").asText()).isEqualTo("FAULT");
        assertThat(claim.at("/response/error_status_info/code").asText()).isEqualTo(code);
        assertThat(claim.at("/response/error_status_info/message").asText()).isNotBlank();
    }
}
