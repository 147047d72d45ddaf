package io.eidroutes.identification.journey.token;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway on the way has no answer: the code may have been used. */
class TokenGatewayFailsTest extends TokenAnswerTest {

    @ParameterizedTest
    @ValueSource(ints = {408, 502, 503, 504})
    void whenAGatewayFailsThenTheCodeIsNotSentAgain(int status) throws Exception {
        refused("EID-NO-ANSWER", "retry", Disturbance.Http.status(status));
    }
}
