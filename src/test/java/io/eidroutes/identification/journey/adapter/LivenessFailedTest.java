package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.coid.Effects;
import org.junit.jupiter.api.Test;

/** Documented for the identification process. */
class LivenessFailedTest extends FinalRefusalTest {

    @Test
    void whenTheAdapterSaysSoThenTheIdentificationFails() throws Exception {
        refused("liveness-failed", "user", new Effects.CoidError(0,
                "Ошибка при определении живости лица"));
    }
}
