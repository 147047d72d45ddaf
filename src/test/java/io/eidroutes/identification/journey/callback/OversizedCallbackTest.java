package io.eidroutes.identification.journey.callback;

import io.eidroutes.simulator.aitu.Effects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Longer than anything that a provider sends. */
class OversizedCallbackTest extends RefusedCallbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"code", "state", "unknown"})
    void whenAParameterIsHugeThenTheCallbackIsRefused(String name) throws Exception {
        refused(Effects.Callback.set(name, "x".repeat(6200)), "EID-CALLBACK-MALFORMED", "security");
    }
}
