package io.eidroutes.identification.journey.callback;

import io.eidroutes.simulator.aitu.Effects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** RFC 6749 §4.1.2: a callback has the one or the other. */
class NeitherCodeNorErrorTest extends RefusedCallbackTest {

    @Test
    void whenNeitherACodeNorAnErrorComesThenTheCallbackIsRefused() throws Exception {
        refused(new Effects.Callback(Map.of(), List.of("code"), List.of()), "EID-CALLBACK-MALFORMED", "security");
    }
}
