package io.eidroutes.identification.journey.callback;

import io.eidroutes.simulator.aitu.Effects;
import org.junit.jupiter.api.Test;

/** RFC 9700 §4.7: a state that nobody sent. */
class WrongStateTest extends RefusedCallbackTest {

    @Test
    void whenTheStateIsAnotherThenTheCallbackIsRefused() throws Exception {
        refused(Effects.Callback.wrongState(), "EID-STATE-UNKNOWN", "security");
    }
}
