package io.eidroutes.identification.journey.callback;

import io.eidroutes.simulator.aitu.Effects;
import org.junit.jupiter.api.Test;

/** RFC 6749 §4.1.2: a callback has the one or the other. */
class CodeAndErrorTest extends RefusedCallbackTest {

    @Test
    void whenACodeAndAnErrorComeThenTheCallbackIsRefused() throws Exception {
        refused(Effects.Callback.set("error", "access_denied"), "EID-CALLBACK-MALFORMED", "security");
    }
}
