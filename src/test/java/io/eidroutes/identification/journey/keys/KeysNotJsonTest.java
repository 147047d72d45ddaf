package io.eidroutes.identification.journey.keys;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JWKS is a page, JSON of another shape, or holds no key. */
class KeysNotJsonTest extends KeysTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "<html></html>", "[]", "{\"keys\":[]}", "{\"keys\":{}}", "{\"keys\":[{\"kty\":\"oct\",\"k\":\"YQ\"}]}"})
    void whenTheKeysAreNoneThenTheIdTokenIsNotBelieved(String body) throws Exception {
        failsAndHeals(Disturbance.Http.json(body));
    }
}
