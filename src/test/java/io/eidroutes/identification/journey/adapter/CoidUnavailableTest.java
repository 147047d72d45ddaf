package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.aitu.CoidFailure;
import io.eidroutes.simulator.coid.Effects;
import org.junit.jupiter.api.Test;

/** Documented, test IIN 000000000004. */
class CoidUnavailableTest extends PassingFailureTest {

    @Test
    void whenTheServiceIsAwayThenItIsAskedAgain() throws Exception {
        passes("coid", "service-unavailable", new Effects.CoidError(0, CoidFailure.UNAVAILABLE.message()));
    }
}
