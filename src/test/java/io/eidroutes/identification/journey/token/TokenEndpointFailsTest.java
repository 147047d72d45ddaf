package io.eidroutes.identification.journey.token;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An internal error, or too many requests: what it means for the code, nobody knows. */
class TokenEndpointFailsTest extends TokenAnswerTest {

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 501})
    void whenTheEndpointFailsThenTheCodeIsNotSentAgain(int status) throws Exception {
        refused("EID-SERVER-ERROR", "retry", Disturbance.Http.status(status));
    }
}
