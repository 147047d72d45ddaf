package io.eidroutes.identification.journey.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Family;
import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.identification.journey.Visitor;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import java.net.http.HttpResponse;
import java.util.Map;

/** trusted-phone fails, so that the browser does not leave for Aitu Passport. */
abstract class TrustedPhoneTest extends HostileTest {

    /** It may pass: the user stays on our page and tries again by the same link. */
    final void passes(String code, Effect failure) throws Exception {
        Begun begun = fails(failure, 503, Family.TRANSPORT, code);

        assertThat(read(begun).path("state").asText()).isEqualTo("created");
        assertCounted("transport " + code + " retry");
        assertIdentified(begun, comeBack(begun));
        assertThat(aitu().received().authorizations()).last()
                .satisfies(link -> assertThat(link.parameters()).containsKey("otp_confirmation"));
        assertTokenRequests(1);
    }

    /** Nobody will get further until the operator has mended it. */
    final void ends(String code, String kind, Effect failure) throws Exception {
        Begun begun = fails(failure, 502, Family.AITU_TOKEN, code);

        assertState(begun, "aitu-token", code, kind);
        assertCounted("aitu-token " + code + " " + kind);
    }

    private static Begun fails(Effect failure, int status, Family family, String code) throws Exception {
        aitu().next(Scenario.on(Operation.TRUSTED_PHONE, failure));
        Begun begun = begin(new Visitor(), Map.of("phone", PHONE));

        HttpResponse<String> page = start(begun);

        assertThat(page.statusCode()).as(page.body()).isEqualTo(status);
        assertPage(page, Catalogue.load().find(family, code));
        assertThat(page.body()).doesNotContain(PHONE);
        assertThat(begun.visitor().cookies("eid-")).isEmpty();
        assertNothingReleased(begun);
        assertThat(aitu().received().totals().authorizations()).isZero();
        assertThat(aitu().received().totals().followedRedirects()).isZero();
        assertTokenRequests(0);
        return begun;
    }
}
