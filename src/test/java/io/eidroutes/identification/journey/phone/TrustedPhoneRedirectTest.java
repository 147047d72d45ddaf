package io.eidroutes.identification.journey.phone;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither the phone nor the secret travel on. */
class TrustedPhoneRedirectTest extends TrustedPhoneTest {

    @ParameterizedTest
    @ValueSource(ints = {302, 307})
    void whenTheMethodRedirectsThenNobodyFollows(int status) throws Exception {
        passes("client-error", new Disturbance.Redirect(status, ""));
    }
}
