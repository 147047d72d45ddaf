package io.eidroutes.identification.journey.keys;

import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import static org.assertj.core.api.Assertions.assertThat;

/** The provider signs with a new key, and its JWKS fails at that moment. */
abstract class KeysTest extends HostileTest {

    /** The application knows the first keys; then the provider has others. */
    final void rotated(boolean keepOld) throws Exception {
        Begun begun = begin();
        assertIdentified(begun, comeBack(begun));
        aitu().rotateKeys(keepOld);
    }

    final long keyRequests() {
        return aitu().received().totals().keyRequests();
    }

    /** The code is spent, its id_token cannot be verified; the next user is identified once the JWKS is there again. */
    final void failsAndHeals(Effect failure) throws Exception {
        rotated(false);
        aitu().next(Scenario.on(Operation.JWKS, failure));
        forget();
        Begun begun = begin();

        assertFailed(begun, comeBack(begun), "id-token", "keys-unavailable", "retry");

        assertCounted("id-token keys-unavailable retry");
        assertThat(aitu().received().totals().followedRedirects()).isZero();
        Begun next = begin();
        assertIdentified(next, comeBack(next));
        assertTokenRequests(3);
    }
}
