package io.eidroutes.identification.journey.phone;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.api.Test;

/** No answer within the deadline. */
class TrustedPhoneTooLateTest extends TrustedPhoneTest {

    @Test
    void whenTheAnswerDoesNotComeThenTheUserCanTryAgain() throws Exception {
        passes("read-timeout", new Disturbance.Slow(4000));
    }
}
