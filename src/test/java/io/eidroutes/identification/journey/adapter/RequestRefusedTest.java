package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.coid.Effects;
import org.junit.jupiter.api.Test;

/** Words that no document has. */
class RequestRefusedTest extends FinalRefusalTest {

    @Test
    void whenTheAdapterSaysSoThenTheIdentificationFails() throws Exception {
        refused("request-refused", "partner", new Effects.CoidError(0,
                "requestId is expired"));
    }
}
