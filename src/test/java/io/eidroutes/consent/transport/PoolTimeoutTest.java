package io.eidroutes.consent.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.settings.OtherSettingsTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import org.junit.jupiter.api.Test;

/** Every connection is busy with a call that takes long: another call does not get one in time. */
class PoolTimeoutTest extends OtherSettingsTest {

    @Test
    void whenNoConnectionIsFreeInTimeThenTheCallIsMadeLater() throws Exception {
        double before = failures("transport", "pool-timeout", "retry");
        ObjectNode claim = example();
        smev().next(Scenario.of(new Effect.Slow(1800)).on(Operation.SEND_REQUEST).when(session(claim)));

        assertThat(answerTo(claim)).isEqualTo(JSON.readTree(SUCCEEDED));

        await().untilAsserted(() -> assertThat(failures("transport", "pool-timeout", "retry")).isGreaterThan(before));
        assertThat(smev().received().totals().accepted()).isEqualTo(1);
    }
}
