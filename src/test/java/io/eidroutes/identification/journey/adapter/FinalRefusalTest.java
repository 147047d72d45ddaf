package io.eidroutes.identification.journey.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;

/** The adapter refuses for good: the identification fails although the user was identified, and nothing is released. */
abstract class FinalRefusalTest extends HostileTest {

    final void refused(String code, String kind, Effect effect) throws Exception {
        coid().next(Scenario.on(Operation.PERSONAL_DATA, effect));
        failed(code, kind);
    }

    /** Asks as that person, whom the stand-in refuses by itself. */
    final void refusedFor(String iin, String code, String kind) throws Exception {
        aitu().change("{\"automaticIin\":\"" + iin + "\",\"coidFailures\":\"ADAPTER\"}");
        failed(code, kind);
    }

    final void failed(String code, String kind) throws Exception {
        Begun begun = begin();

        HttpResponse<String> left = comeBack(begun);

        assertLeft(left);
        String ticket = Caller.callback(left).one("result_ticket").orElseThrow();
        soon().untilAsserted(() -> assertState(begun, "coid", code, kind));
        assertProblem(result(begun, ticket), 409, "no-result");
        assertThat(begun.visitor().follow(left).body()).contains("Войти не удалось").doesNotContain("ТЕСТОВА", "АЛИЯ");
        assertNothingReleased(begun);
        assertThat(coid().received().requests()).isEqualTo(1);
        assertTokenRequests(1);
        assertCounted("coid " + code + " " + kind);
    }
}
