package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The operator mends the password; until then nobody gets anything. */
class AdapterCredentialsRefusedTest extends PassingFailureTest {

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void whenTheCredentialsAreRefusedThenItIsAskedAgainLater(int status) throws Exception {
        passes("coid", "credentials-refused", Disturbance.Http.status(status));
    }
}
