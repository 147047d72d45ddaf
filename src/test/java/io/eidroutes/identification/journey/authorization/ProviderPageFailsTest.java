package io.eidroutes.identification.journey.authorization;

import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.simulator.scenario.Disturbance;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import static org.assertj.core.api.Assertions.assertThat;

/** What the user meets at the provider instead of its page is not ours: the identification waits, and the start URL works again. */
class ProviderPageFailsTest extends HostileTest {

    static Stream<Effect> failures() {
        return Stream.of(Disturbance.Http.status(500), new Disturbance.Http(200, "", "", false), new Disturbance.Redirect(302, ""));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whenTheProvidersPageFailsThenTheUserCanBeginAgain(Effect failure) throws Exception {
        aitu().next(Scenario.on(Operation.AUTHORIZATION, failure));
        Begun begun = begin();
        begun.visitor().follow(start(begun));
        assertUntouched(begun);
        assertTokenRequests(0);

        assertIdentified(begun, comeBack(begun));

        assertTokenRequests(1);
        assertCounted();
    }

    @Test
    void whenTheProviderDoesNotKnowOurAddressThenItSendsNobodyThere() throws Exception {
        aitu().change("{\"redirectUris\":[\"http://127.0.0.1:1/callback\"]}");
        Begun begun = begin();

        HttpResponse<String> page = begun.visitor().get(Caller.location(start(begun)));

        assertThat(page.statusCode()).isEqualTo(400);
        assertUntouched(begun);
        assertTokenRequests(0);
        assertCounted();
    }
}
