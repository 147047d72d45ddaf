package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import org.junit.jupiter.api.Test;

/** СМЭВ finds a MessageID stale that is younger than an id's life: a clock is wrong. */
class StaleMessageIdTest extends FaultTest {

    @Test
    void whenAYoungMessageIdIsCalledStaleThenNoNewIdIsTaken() throws Exception {
        nextSendings(3, Effect.Fault.named("StaleMessageId"));

        assertSucceeds();

        assertThat(onlyMessage().count()).isEqualTo(4);
        assertThat(onlyMessage().identicalBytes()).isTrue();
    }
}
