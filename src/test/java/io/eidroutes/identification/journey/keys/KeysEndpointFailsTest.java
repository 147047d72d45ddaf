package io.eidroutes.identification.journey.keys;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JWKS answers with an error. */
class KeysEndpointFailsTest extends KeysTest {

    @ParameterizedTest
    @ValueSource(ints = {404, 500, 503})
    void whenTheKeysCannotBeFetchedThenTheIdTokenIsNotBelieved(int status) throws Exception {
        failsAndHeals(Disturbance.Http.status(status));
    }
}
