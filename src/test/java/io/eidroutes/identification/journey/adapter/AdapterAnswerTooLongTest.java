package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Longer than with the largest photo, as it comes or unpacked. */
class AdapterAnswerTooLongTest extends PassingFailureTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenTheAnswerIsTooLongThenItIsAskedAgain(boolean gzip) throws Exception {
        passes("transport", "unreadable-answer", new Disturbance.Huge(0, gzip));
    }
}
