package io.eidroutes.identification.journey.token;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.api.Test;

/** The deadline is over the whole of the answer. */
class TokenAnswerTooLateTest extends TokenAnswerTest {

    @Test
    void whenTheAnswerDoesNotBeginThenTheCodeIsNotSentAgain() throws Exception {
        refused("EID-NO-ANSWER", "retry", new Disturbance.Slow(4000));
    }

    @Test
    void whenTheAnswerTricklesThenTheCodeIsNotSentAgain() throws Exception {
        refused("EID-NO-ANSWER", "retry", new Disturbance.Trickle(100));
    }
}
