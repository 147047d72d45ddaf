package io.eidroutes.consent.transport;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Received;
import io.eidroutes.simulator.smev.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection breaks at some moment of a SendRequest: the very same message is sent, and taken once. */
class BrokenConnectionTest extends ConsentTest {

    @ParameterizedTest
    @EnumSource(Effect.Close.Moment.class)
    void whenConnectionBreaksThenTheSameMessageIsSentAndAcceptedOnce(Effect.Close.Moment moment) throws Exception {
        ObjectNode claim = example();
        Scenario scenario = Scenario.of(new Effect.Close(moment)).on(Operation.SEND_REQUEST);
        smev().next(moment == Effect.Close.Moment.BEFORE_READING ? scenario : scenario.when(session(claim)));

        assertThat(answerTo(claim)).isEqualTo(JSON.readTree(SUCCEEDED));

        Received received = smev().received();
        assertThat(received.messages()).hasSize(1);
        assertThat(received.messages().get(0).identicalBytes()).isTrue();
        assertThat(received.totals().accepted()).isEqualTo(1);
    }
}
