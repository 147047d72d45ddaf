package io.eidroutes.consent.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Something before СМЭВ refuses the call: the claim waits for the operator and is sent once that is mended. */
class RefusedByGatewayTest extends ConsentTest {

    @ParameterizedTest
    @ValueSource(ints = {301, 401, 403, 404, 500})
    void whenGatewayRefusesThenClaimIsSentOnceItIsMended(int status) throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(new Effect.Http(status, "", "", false)).on(Operation.SEND_REQUEST).when(session(claim)).times(2));

        assertThat(answerTo(claim)).isEqualTo(JSON.readTree(SUCCEEDED));

        assertThat(smev().received().totals().accepted()).isEqualTo(1);
    }
}
