package io.eidroutes.identification.journey.phone;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection breaks. */
class TrustedPhoneBreaksOffTest extends TrustedPhoneTest {

    @ParameterizedTest
    @EnumSource(value = Disturbance.Close.Moment.class)
    void whenTheConnectionBreaksThenTheUserCanTryAgain(Disturbance.Close.Moment moment) throws Exception {
        passes("connection-reset", new Disturbance.Close(moment));
    }
}
