package io.eidroutes.identification.journey.keys;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.api.Test;

/** The JWKS hangs. */
class KeysTooLateTest extends KeysTest {

    @Test
    void whenTheKeysDoNotComeThenTheIdTokenIsNotBelieved() throws Exception {
        failsAndHeals(new Disturbance.Slow(4000));
    }
}
