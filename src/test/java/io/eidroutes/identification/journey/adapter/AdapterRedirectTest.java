package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither the password nor the person travel on. */
class AdapterRedirectTest extends PassingFailureTest {

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 307, 308})
    void whenTheAdapterRedirectsThenNobodyFollows(int status) throws Exception {
        passes("transport", "client-error", new Disturbance.Redirect(status, ""));
    }
}
