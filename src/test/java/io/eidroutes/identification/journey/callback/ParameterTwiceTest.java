package io.eidroutes.identification.journey.callback;

import io.eidroutes.simulator.aitu.Effects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 6749 §3.1: no parameter comes more than once, known or not. */
class ParameterTwiceTest extends RefusedCallbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"state", "code", "iss", "session_state"})
    void whenAParameterComesTwiceThenTheCallbackIsRefused(String name) throws Exception {
        Map<String, String> more = name.equals("state") || name.equals("code") ? Map.of() : Map.of(name, aitu().base());
        refused(new Effects.Callback(more, List.of(), List.of(name)), "EID-CALLBACK-MALFORMED", "security");
    }
}
