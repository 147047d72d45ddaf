package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.aitu.CoidFailure;
import org.junit.jupiter.api.Test;

/** Documented, test IIN 000000000002. */
class UnderAgeTest extends FinalRefusalTest {

    @Test
    void whenTheAdapterRefusesThePersonThenTheIdentificationFails() throws Exception {
        refusedFor(CoidFailure.AGE.iin(), "under-age", "user");
    }
}
