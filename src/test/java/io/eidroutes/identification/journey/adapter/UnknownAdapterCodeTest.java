package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.coid.Effects;
import org.junit.jupiter.api.Test;

/** A code of the adapter that no document names: kept verbatim for the partner. */
class UnknownAdapterCodeTest extends FinalRefusalTest {

    @Test
    void whenTheAdapterHasACodeOfItsOwnThenTheIdentificationFails() throws Exception {
        coid().change("{\"errorMember\":\"code\"}");
        refused("other", "unknown", new Effects.CoidError(422, "NEVER_HEARD_OF"));
    }
}
