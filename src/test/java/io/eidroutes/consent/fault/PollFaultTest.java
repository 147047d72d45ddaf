package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** СМЭВ refuses to hand out the queue: no claim ends of it. */
class PollFaultTest extends FaultTest {

    @ParameterizedTest
    @ValueSource(strings = {"SMEVFailure", "AccessDenied", "CertificateIsExpired", "SomethingNew"})
    void whenGetResponseIsRefusedThenPollingGoesOn(String fault) throws Exception {
        smev().next(Scenario.of(Effect.Fault.named(fault)).on(Operation.GET_RESPONSE).times(3));

        assertSucceeds();
    }

    @Test
    void whenGetResponseIsAnsweredByAGatewayThenPollingGoesOn() throws Exception {
        smev().next(Scenario.of(new Effect.Http(502, "", "", false)).on(Operation.GET_RESPONSE).times(3));

        assertSucceeds();
        assertThat(smev().waitingScenarios()).isZero();
    }
}
