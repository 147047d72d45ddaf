package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.aitu.CoidFailure;
import org.junit.jupiter.api.Test;

/** Documented, test IIN 000000000005. */
class CoidForbiddenTest extends FinalRefusalTest {

    @Test
    void whenTheAdapterRefusesThePersonThenTheIdentificationFails() throws Exception {
        refusedFor(CoidFailure.FORBIDDEN.iin(), "access-denied", "partner");
    }
}
