package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.aitu.CoidFailure;
import org.junit.jupiter.api.Test;

/** Documented, test IIN 000000000003. */
class IinNotFoundTest extends FinalRefusalTest {

    @Test
    void whenTheAdapterRefusesThePersonThenTheIdentificationFails() throws Exception {
        refusedFor(CoidFailure.NOT_FOUND.iin(), "iin-not-found", "user");
    }
}
