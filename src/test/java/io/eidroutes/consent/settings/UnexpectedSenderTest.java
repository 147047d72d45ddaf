package io.eidroutes.consent.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import org.junit.jupiter.api.Test;

/** Where the setting names who may answer, the signed answer of another system is kept aside and changes no claim. */
class UnexpectedSenderTest extends OtherSettingsTest {

    private static final String CODE = "EID-SENDER-UNEXPECTED";

    @Test
    void whenAnotherSystemAnswersThenTheClaimWaitsAndNothingIsAcked() throws Exception {
        double before = failures("smev-fault", CODE, "security");
        ObjectNode claim = example();
        smev().next(Scenario.of(Effect.Defective.with(Defect.OTHER_SENDER)).on(Operation.SEND_REQUEST).when(session(claim)));

        String id = claimId(post(claim.toString(), "Prefer", "respond-async"));

        await().untilAsserted(() -> assertThat(failures("smev-fault", CODE, "security")).isGreaterThan(before));
        assertThat(manage("/quarantine").body()).contains(CODE);
        assertThat(smev().received().totals().acks()).isZero();
        await().untilAsserted(() -> assertThat(JSON.readTree(get(id).body()).path("state").asText()).isEqualTo("sent"));
    }
}
