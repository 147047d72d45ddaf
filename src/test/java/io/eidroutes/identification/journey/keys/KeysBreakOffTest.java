package io.eidroutes.identification.journey.keys;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection breaks. */
class KeysBreakOffTest extends KeysTest {

    @ParameterizedTest
    @EnumSource(Disturbance.Close.Moment.class)
    void whenTheConnectionBreaksThenTheIdTokenIsNotBelieved(Disturbance.Close.Moment moment) throws Exception {
        failsAndHeals(new Disturbance.Close(moment));
    }
}
