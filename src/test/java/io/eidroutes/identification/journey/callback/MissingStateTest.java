package io.eidroutes.identification.journey.callback;

import io.eidroutes.simulator.aitu.Effects;
import org.junit.jupiter.api.Test;

/** RFC 9700 §4.7: no state at all, or an empty one. */
class MissingStateTest extends RefusedCallbackTest {

    @Test
    void whenTheStateIsMissingThenTheCallbackIsRefused() throws Exception {
        refused(Effects.Callback.missingState(), "EID-STATE-MISSING", "security");
    }

    @Test
    void whenTheStateIsEmptyThenTheCallbackIsRefused() throws Exception {
        refused(Effects.Callback.set("state", ""), "EID-STATE-MISSING", "security");
    }
}
