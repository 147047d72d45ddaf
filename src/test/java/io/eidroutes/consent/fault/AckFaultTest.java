package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The acknowledgement of an answer fails. */
class AckFaultTest extends FaultTest {

    @Test
    void whenAckComesTooLateThenItDoesNoHarm() throws Exception {
        smev().next(Scenario.of(Effect.Fault.named("TargetMessageIsNotFound")).on(Operation.ACK));

        assertSucceeds();

        Awaitility.await().until(() -> smev().waitingScenarios() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SMEVFailure", "AccessDenied", "SignatureIsInvalid", "SomethingNew"})
    void whenAckIsRefusedThenTheMessageComesAgainAndIsAcknowledged(String fault) throws Exception {
        smev().settings(smev().settings().withRedeliverAfterMillis(100));
        smev().next(Scenario.of(Effect.Fault.named(fault)).on(Operation.ACK));

        assertSucceeds();

        Awaitility.await().untilAsserted(() -> assertThat(smev().received().totals().acks()).isEqualTo(1));
        assertThat(smev().received().totals().delivered()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void whenConnectionBreaksWhileAcknowledgingThenTheMessageComesAgainAndIsAcknowledged() throws Exception {
        smev().settings(smev().settings().withRedeliverAfterMillis(100));
        smev().next(Scenario.of(new Effect.Close(Effect.Close.Moment.BEFORE_ACCEPTANCE)).on(Operation.ACK));

        assertSucceeds();

        Awaitility.await().untilAsserted(() -> assertThat(smev().received().totals().acks()).isEqualTo(1));
    }
}
