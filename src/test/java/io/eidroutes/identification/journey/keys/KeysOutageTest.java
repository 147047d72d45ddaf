package io.eidroutes.identification.journey.keys;

import io.eidroutes.simulator.scenario.Disturbance;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;
import static org.assertj.core.api.Assertions.assertThat;

/** With the keys at hand nothing is fetched, so that an outage is not even seen. */
class KeysOutageTest extends KeysTest {

    @Test
    void whenTheKeysCannotBeFetchedThenThoseAtHandStayInUse() throws Exception {
        rotated(true);
        Begun first = begin();
        assertIdentified(first, comeBack(first));
        aitu().next(Scenario.on(Operation.JWKS, Disturbance.Http.status(503)).always());
        long before = keyRequests();
        Begun begun = begin();

        assertIdentified(begun, comeBack(begun));

        assertThat(keyRequests()).isEqualTo(before);
        assertCounted();
    }
}
