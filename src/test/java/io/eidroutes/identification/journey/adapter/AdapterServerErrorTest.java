package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server in front of the adapter, or the adapter itself, fails without saying why. */
class AdapterServerErrorTest extends PassingFailureTest {

    @Test
    void whenTheServerFailsThenItIsAskedAgain() throws Exception {
        passes("transport", "server-error", Disturbance.Http.status(500));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 502, 503, 504})
    void whenAGatewayFailsThenItIsAskedAgain(int status) throws Exception {
        passes("transport", "gateway-error", Disturbance.Http.status(status));
    }

    @Test
    void whenThereIsNoSuchPageThenItIsAskedAgain() throws Exception {
        passes("transport", "client-error", Disturbance.Http.status(404));
    }
}
