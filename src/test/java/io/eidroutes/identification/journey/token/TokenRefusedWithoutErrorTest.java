package io.eidroutes.identification.journey.token;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A refusal without an error of OAuth. */
class TokenRefusedWithoutErrorTest extends TokenAnswerTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void whenTheCodeIsRefusedWithoutAnErrorThenItIsNotSentAgain(int status) throws Exception {
        refused("EID-REFUSED", "partner", Disturbance.Http.status(status));
    }
}
