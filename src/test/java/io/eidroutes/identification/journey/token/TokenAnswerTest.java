package io.eidroutes.identification.journey.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;

/** The token endpoint answers with something else than tokens: the code is not sent again, the identification failed. */
abstract class TokenAnswerTest extends HostileTest {

    final void refused(String code, String kind, Effect... effects) throws Exception {
        refused(1, code, kind, effects);
    }

    /** @param requests that the stand-in saw */
    final void refused(int requests, String code, String kind, Effect... effects) throws Exception {
        aitu().next(Scenario.on(Operation.TOKEN, effects));
        failed(begin(), requests, code, kind);
    }

    final void failed(Begun begun, int requests, String code, String kind) throws Exception {
        assertFailed(begun, comeBack(begun), "aitu-token", code, kind);

        assertTokenRequests(requests);
        assertThat(aitu().received().totals().followedRedirects()).isZero();
        assertThat(aitu().waitingScenarios()).isZero();
        assertCounted("aitu-token " + code + " " + kind);
    }
}
