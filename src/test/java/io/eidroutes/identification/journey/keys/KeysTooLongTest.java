package io.eidroutes.identification.journey.keys;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JWKS is huge, as it comes or unpacked. */
class KeysTooLongTest extends KeysTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenTheKeysAreTooLongThenTheIdTokenIsNotBelieved(boolean gzip) throws Exception {
        failsAndHeals(new Disturbance.Huge(0, gzip));
    }
}
