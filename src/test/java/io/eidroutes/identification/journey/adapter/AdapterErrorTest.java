package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.coid.Effects;
import org.junit.jupiter.api.Test;

/** An error of the adapter, in JSON. */
class AdapterErrorTest extends PassingFailureTest {

    @Test
    void whenTheAdapterFailsThenItIsAskedAgain() throws Exception {
        passes("coid", "adapter-error", new Effects.CoidError(500, "internal"));
    }
}
