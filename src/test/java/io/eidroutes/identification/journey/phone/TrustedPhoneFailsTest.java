package io.eidroutes.identification.journey.phone;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An error of the method. */
class TrustedPhoneFailsTest extends TrustedPhoneTest {

    @Test
    void whenTheMethodFailsThenTheUserCanTryAgain() throws Exception {
        passes("server-error", Disturbance.Http.status(500));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void whenAGatewayFailsThenTheUserCanTryAgain(int status) throws Exception {
        passes("gateway-error", Disturbance.Http.status(status));
    }
}
