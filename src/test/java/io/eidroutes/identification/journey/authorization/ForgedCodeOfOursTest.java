package io.eidroutes.identification.journey.authorization;

import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.simulator.aitu.Effects;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** A code of ours cannot come from there: it would pretend that we had seen something. */
class ForgedCodeOfOursTest extends HostileTest {

    @Test
    void whenTheErrorPretendsToBeOursThenItIsUnknown() throws Exception {
        aitu().next(Scenario.on(Operation.CALLBACK, Effects.Callback.error("EID-CANCELLED", "")));
        Begun begun = begin();

        assertFailed(begun, comeBack(begun), "aitu-authorization", "other", "unknown");

        assertTokenRequests(0);
        assertCounted("aitu-authorization other unknown");
    }
}
