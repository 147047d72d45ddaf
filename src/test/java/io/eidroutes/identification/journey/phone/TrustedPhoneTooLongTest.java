package io.eidroutes.identification.journey.phone;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A huge answer. */
class TrustedPhoneTooLongTest extends TrustedPhoneTest {

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenTheAnswerIsTooLongThenTheUserCanTryAgain(boolean gzip) throws Exception {
        passes("unreadable-answer", new Disturbance.Huge(0, gzip));
    }
}
