package io.eidroutes.identification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Somebody brings the code of another user, stolen on its way, in an attempt of their own (RFC 9700 §4.5): state and cookie
 * are right, yet the code is of another attempt.
 */
class CodeInjectionTest extends JourneyTest {

    private static final String VICTIM = "900517400019";
    private static final String PARTNER = Caller.basic("partner", "partner");

    /** An attempt that has left for Aitu Passport. */
    private record Attempt(String id, String link, String cookie) {
    }

    @ParameterizedTest(name = "PKCE {0}")
    @CsvSource({"true, aitu-token, invalid_grant", "false, id-token, wrong-nonce"})
    void whenACodeIsOfAnotherAttemptThenNobodyIsIdentified(boolean pkce, String family, String code) throws Exception {
        SIMULATORS.aitu().change("{\"automaticIin\":\"" + VICTIM + "\",\"pkce\":" + pkce + "}");
        Attempt victims = begin();
        String stolen = codeOf(victims);
        Attempt attackers = begin();
        String state = attackers.link().replaceAll(".*[?&]state=([^&]+).*", "$1");

        HttpResponse<String> back = Caller.get(application() + "/aitu/callback?code=" + stolen + "&state=" + state,
                "Cookie", attackers.cookie());

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Caller.location(back)).contains("outcome=failed");
        JsonNode attempt = Caller.json(Caller.get(application() + "/api/v1/identifications/" + attackers.id(),
                "Authorization", PARTNER));
        assertThat(attempt.path("state").asText()).isEqualTo("failed");
        assertThat(attempt.at("/failure/family").asText()).isEqualTo(family);
        assertThat(attempt.at("/failure/code").asText()).isEqualTo(code);
        assertThat(SIMULATORS.coid().received().requests()).isZero();
        assertThat(SIMULATORS.aitu().received().totals().mostRequestsForOneCode()).isEqualTo(1);
    }

    private static Attempt begin() throws Exception {
        JsonNode begun = Caller.json(Caller.postJson(application() + "/api/v1/identifications", "{}", "Authorization", PARTNER));
        HttpResponse<String> start = Caller.get(begun.path("start_url").asText());
        return new Attempt(begun.path("id").asText(), Caller.location(start),
                start.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0]);
    }

    private static String codeOf(Attempt attempt) throws Exception {
        return Caller.callback(Caller.get(attempt.link())).one("code").orElseThrow();
    }
}
