package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.api.Test;

/** The deadline is over the whole of the answer. */
class AdapterAnswerTooLateTest extends PassingFailureTest {

    @Test
    void whenTheAnswerDoesNotBeginThenItIsAskedAgain() throws Exception {
        passes("transport", "read-timeout", new Disturbance.Slow(4000));
    }

    @Test
    void whenTheAnswerTricklesThenItIsAskedAgain() throws Exception {
        passes("transport", "read-timeout", new Disturbance.Trickle(100));
    }
}
