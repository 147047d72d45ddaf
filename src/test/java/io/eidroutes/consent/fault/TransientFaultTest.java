package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import org.junit.jupiter.api.Test;

/** A fault that passes: the very same message is sent until СМЭВ takes it. */
abstract class TransientFaultTest extends FaultTest {

    private final String fault;

    TransientFaultTest(String fault) {
        this.fault = fault;
    }

    @Test
    void whenSmevAnswersWithTheFaultThenTheSameMessageIsSentUntilItIsTaken() throws Exception {
        nextSendings(3, Effect.Fault.named(fault));

        assertSucceeds();

        assertThat(onlyMessage().count()).isEqualTo(4);
        assertThat(onlyMessage().identicalBytes()).isTrue();
    }
}
