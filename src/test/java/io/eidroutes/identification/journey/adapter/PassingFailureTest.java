package io.eidroutes.identification.journey.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import java.net.http.HttpResponse;

/** The adapter fails and then does not: the person identified is not lost, and nothing is released before. */
abstract class PassingFailureTest extends HostileTest {

    final void passes(String family, String code, Effect effect) throws Exception {
        passes(2, family, code, effect);
    }

    /** @param requests that the stand-in saw */
    final void passes(int requests, String family, String code, Effect effect) throws Exception {
        coid().next(Scenario.on(Operation.PERSONAL_DATA, effect));
        Begun begun = begin();

        HttpResponse<String> left = comeBack(begun);

        soon().untilAsserted(() -> assertThat(read(begun).path("state").asText()).isEqualTo("ready"));
        assertThat(read(begun).has("failure")).isFalse();
        assertThat(coid().received().requests()).isEqualTo(requests);
        assertThat(coid().received().followedRedirects()).isZero();
        assertTokenRequests(1);
        assertCounted(family + " " + code + " retry");
        assertNothingReleased(begun);
        assertIdentified(begun, left);
    }
}
