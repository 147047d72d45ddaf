package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.coid.Effects;
import org.junit.jupiter.api.Test;

/** Documented for the identification process. */
class FaceMismatchTest extends FinalRefusalTest {

    @Test
    void whenTheAdapterSaysSoThenTheIdentificationFails() throws Exception {
        refused("face-mismatch", "user", new Effects.CoidError(0,
                "Фотография лица пользователя не совпадает с фотографией в государственной базе данных"));
    }
}
