package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.coid.Effects;
import org.junit.jupiter.api.Test;

/** What the user's page shows of two documented failures. */
class StateServiceErrorTest extends PassingFailureTest {

    @Test
    void whenTheStateServiceFailsThenItIsAskedAgain() throws Exception {
        passes("coid", "state-service-error", new Effects.CoidError(0, "Ошибка на сервисе государственного органа"));
    }
}
