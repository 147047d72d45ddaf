package io.eidroutes.identification.journey.keys;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.api.Test;

/** The JWKS is said to be elsewhere. */
class KeysRedirectTest extends KeysTest {

    @Test
    void whenTheKeysAreElsewhereThenNobodyFollows() throws Exception {
        failsAndHeals(new Disturbance.Redirect(302, ""));
    }
}
