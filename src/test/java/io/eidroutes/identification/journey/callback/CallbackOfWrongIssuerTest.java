package io.eidroutes.identification.journey.callback;

import io.eidroutes.simulator.aitu.Effects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9207 §2.4, a mix-up: the callback says that it is another provider's. */
class CallbackOfWrongIssuerTest extends RefusedCallbackTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://issuer.example", "/"})
    void whenTheIssuerIsAnotherThenTheCallbackIsRefused(String issuer) throws Exception {
        refused(Effects.Callback.set("iss", issuer.equals("/") ? aitu().base() + "/" : issuer), "EID-ISSUER-WRONG", "security");
    }
}
