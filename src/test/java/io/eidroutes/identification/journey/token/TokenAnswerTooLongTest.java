package io.eidroutes.identification.journey.token;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As it comes, or once it is unpacked. */
class TokenAnswerTooLongTest extends TokenAnswerTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenTheAnswerIsTooLongThenItIsRefused(boolean gzip) throws Exception {
        refused("EID-UNREADABLE-ANSWER", "partner", new Disturbance.Huge(0, gzip));
    }
}
