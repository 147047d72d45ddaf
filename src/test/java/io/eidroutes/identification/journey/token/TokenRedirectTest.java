package io.eidroutes.identification.journey.token;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9700 §4.12: neither code nor secret travel on. */
class TokenRedirectTest extends TokenAnswerTest {

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void whenTheEndpointRedirectsThenNobodyFollows(int status) throws Exception {
        refused("EID-REDIRECTED", "partner", new Disturbance.Redirect(status, ""));
    }
}
