package io.eidroutes.identification.journey.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.Visitor;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/**
 * An attacker begins an identification and lures a victim onto its start URL. The victim is identified in all honesty; the
 * result ticket comes back in the victim's browser, whose session at the partner did not begin it.
 */
class LuredVictimTest extends RefusedCallbackTest {

    @Test
    void whenAVictimIsLuredOntoTheStartUrlThenTheAttackerGetsNothing() throws Exception {
        Begun attacker = begin();
        Begun lured = new Begun(attacker.id(), attacker.startUrl(), new Visitor());

        HttpResponse<String> left = comeBack(lured);
        HttpResponse<String> page = lured.visitor().follow(left);

        assertThat(Caller.location(left)).contains("result_ticket=");
        soon().untilAsserted(() -> assertThat(read(attacker).path("state").asText()).isEqualTo("ready"));
        assertThat(page.statusCode()).isEqualTo(403);
        assertThat(page.body()).contains("Этот вход начат не здесь").doesNotContain(SOMEBODY);
        assertThat(partner().received().strangersReturn()).isEqualTo(1);
        HttpResponse<String> shown = attacker.visitor().get(partner().home() + "result/" + attacker.id());
        assertThat(shown.body()).doesNotContain(SOMEBODY, "ТЕСТОВА", "Вы вошли");
        assertNothingReleased(attacker);
        assertThat(read(attacker).toString()).doesNotContain(SOMEBODY, "ТЕСТОВА");
        assertTokenRequests(1);
        assertCounted();
    }

    @Test
    void whenTheAttackerOpensItsOwnStartUrlAfterTheVictimThenItGetsNothingEither() throws Exception {
        Begun attacker = begin();
        Begun lured = new Begun(attacker.id(), attacker.startUrl(), new Visitor());
        comeBack(lured);
        soon().untilAsserted(() -> assertThat(read(attacker).path("state").asText()).isEqualTo("ready"));

        assertRefused(attacker.visitor().get(attacker.startUrl()), "EID-ALREADY-IDENTIFIED");

        assertNothingReleased(attacker);
        assertTokenRequests(1);
        assertCounted("aitu-authorization EID-ALREADY-IDENTIFIED user");
    }

    @Test
    void whenTheAttackerComesBackWithATicketOfItsOwnThenItIsNotOfThisIdentification() throws Exception {
        Begun attacker = begin();
        Begun lured = new Begun(attacker.id(), attacker.startUrl(), new Visitor());
        comeBack(lured);
        soon().untilAsserted(() -> assertThat(read(attacker).path("state").asText()).isEqualTo("ready"));
        Begun own = begin();
        String ticket = Caller.callback(comeBack(own)).one("result_ticket").orElseThrow();

        assertProblem(result(attacker, ticket), 403, "unknown-result-ticket");

        assertNothingReleased(attacker);
        assertTokenRequests(2);
    }
}
