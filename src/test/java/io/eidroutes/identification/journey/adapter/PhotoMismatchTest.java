package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.aitu.CoidFailure;
import org.junit.jupiter.api.Test;

/** Documented, test IIN 000000000001. */
class PhotoMismatchTest extends FinalRefusalTest {

    @Test
    void whenTheAdapterRefusesThePersonThenTheIdentificationFails() throws Exception {
        refusedFor(CoidFailure.PHOTO.iin(), "photo-mismatch", "user");
    }
}
