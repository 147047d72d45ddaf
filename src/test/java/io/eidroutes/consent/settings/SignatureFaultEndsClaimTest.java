package io.eidroutes.consent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import org.junit.jupiter.api.Test;

/** Where the setting says so, a refused signature ends the claim instead of holding it for the operator. */
class SignatureFaultEndsClaimTest extends OtherSettingsTest {

    @Test
    void whenSmevRefusesTheSignatureThenTheClaimEndsAndNothingIsSentAgain() throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(Effect.Fault.named("SignatureIsInvalid")).on(Operation.SEND_REQUEST).when(session(claim)).always());

        assertThat(answerTo(claim).at("/error_status_info/code").asText()).isEqualTo("SignatureIsInvalid");

        assertThat(smev().received().totals().sendRequests()).isEqualTo(1);
        assertThat(failures("smev-fault", "SignatureIsInvalid", "partner")).isPositive();
    }
}
