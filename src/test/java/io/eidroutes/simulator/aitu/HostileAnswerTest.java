package io.eidroutes.simulator.aitu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.IntNode;
import io.eidroutes.simulator.scenario.Disturbance;
import io.eidroutes.simulator.scenario.Disturbance.Close.Moment;
import io.eidroutes.simulator.scenario.Effect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.web.Caller;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HostileAnswerTest extends AituTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 429, 500, 502, 503})
    void whenAStatusIsToComeThenNoWorkIsDone(int status) throws Exception {
        String code = code();

        assertThat(meets(code, Disturbance.Http.status(status)).statusCode()).isEqualTo(status);

        assertThat(aitu.received().totals().tokensIssued()).isZero();
        assertThat(aitu.received().totals().tokenRequests()).isEqualTo(1);
        assertThat(exchange(code).statusCode()).isEqualTo(200);
    }

    @Test
    void whenTheAnswerIsNotToBeJsonThenItIsNotAndTheCodeIsUsedUp() throws Exception {
        HttpResponse<String> answer = meets(code(), new Disturbance.Http(200, "", "", true));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).startsWith("<html>");
        assertThat(aitu.received().totals().tokensIssued()).isEqualTo(1);
    }

    @Test
    void whenTheAnswerIsToBeSlowThenAnImpatientCallerGivesUpAndTheCodeIsUsedUp() throws Exception {
        assertThatThrownBy(() -> impatient(code(), new Disturbance.Slow(60_000))).isInstanceOf(HttpTimeoutException.class);
        assertThat(aitu.received().totals().tokensIssued()).isEqualTo(1);
    }

    @Test
    void whenTheAnswerIsToTrickleThenItDoes() throws Exception {
        aitu.next(Scenario.on(Operation.TOKEN, new Disturbance.Trickle(1)));
        assertThat(Caller.json(exchange(code())).has("id_token")).isTrue();

        aitu.next(Scenario.on(Operation.TOKEN, new Disturbance.Trickle(20)));
        // The head of the answer is there at once; a limit on it alone does not help.
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(tokenRequest(code())
                .timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var body = answer.body()) {
            assertThat(body.read()).isEqualTo('{');
        }
    }

    @Test
    void whenTheAnswerIsToBeHugeThenItIsItselfAndMore() throws Exception {
        HttpResponse<String> answer = meets(code(), new Disturbance.Huge(3_000_000, false));

        assertThat(answer.body()).hasSizeGreaterThan(3_000_000);
        assertThat(Caller.json(answer).has("id_token")).isTrue();
    }

    @Test
    void whenTheAnswerIsToBeHugeAfterDecompressionThenItIsSmallOnTheWire() throws Exception {
        aitu.next(Scenario.on(Operation.TOKEN, new Disturbance.Huge(0, true)));

        HttpResponse<byte[]> answer = HttpClient.newHttpClient().send(tokenRequest(code()).build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(answer.body()).hasSizeLessThan(100_000);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()).hasSizeGreaterThan(12 * 1024 * 1024);
    }

    @Test
    void whenARedirectIsToComeThenWhoFollowsIsCounted() throws Exception {
        HttpResponse<String> answer = meets(code(), new Disturbance.Redirect(0, ""));
        assertThat(answer.statusCode()).isEqualTo(307);
        assertThat(aitu.received().totals().followedRedirects()).isZero();

        Caller.postForm(Caller.location(answer), Map.of(), "Authorization", credentials());

        assertThat(aitu.received().totals().followedRedirects()).isEqualTo(1);
        assertThat(aitu.received().totals().redirectsWithCredentials()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void whenTheConnectionIsToBreakThenItDoesAndTheCodeIsUsedUpOrNot(Moment moment) throws Exception {
        String code = code();
        aitu.next(Scenario.on(Operation.TOKEN, new Disturbance.Close(moment)));

        assertThatThrownBy(() -> HttpClient.newHttpClient().send(tokenRequest(code)
                .version(HttpClient.Version.HTTP_1_1).build(), HttpResponse.BodyHandlers.ofString())).isInstanceOf(IOException.class);

        boolean worked = moment == Moment.AFTER_WORK || moment == Moment.MID_ANSWER;
        assertThat(aitu.received().totals().tokensIssued()).isEqualTo(worked ? 1 : 0);
        assertThat(exchange(code).statusCode()).isEqualTo(worked ? 400 : 200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_request", "invalid_client", "invalid_grant", "unauthorized_client", "unsupported_grant_type",
        "invalid_scope", "never_heard_of"})
    void whenATokenErrorIsToComeThenItDoesAndTheCodeStays(String error) throws Exception {
        String code = code();
        HttpResponse<String> answer = meets(code, Effects.TokenError.of(error));

        assertThat(answer.statusCode()).isEqualTo(error.equals("invalid_client") ? 401 : 400);
        assertThat(Caller.json(answer).get("error").asText()).isEqualTo(error);
        assertThat(exchange(code).statusCode()).isEqualTo(200);
    }

    @Test
    void whenMembersAreToDifferThenTheyDo() throws Exception {
        HttpResponse<String> answer = meets(code(), new Effects.TokenAnswer(Map.of("access_token", new IntNode(5)), List.of("id_token")),
                new Disturbance.Replace("\"token_type\":\"bearer\"", "\"token_type\":\"bearer\",\"token_type\":\"mac\""),
                new Disturbance.Header("Content-Type", "text/plain"));

        assertThat(answer.body()).contains("\"access_token\":5", "\"token_type\":\"bearer\",\"token_type\":\"mac\"").doesNotContain("id_token");
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.well-known/jwks.json|JWKS", "/oauth2/auth|AUTHORIZATION", "/sessions/logout|LOGOUT"})
    void whenAnotherCallIsToFailThenItDoesAsOftenAsToldAndIsCounted(String pathAndOperation) throws Exception {
        String[] parts = pathAndOperation.split("\\|");
        aitu.next(Scenario.on(Operation.valueOf(parts[1]), Disturbance.Http.status(503)).times(2));

        assertThat(Caller.get(aitu.base() + parts[0]).statusCode()).isEqualTo(503);
        assertThat(Caller.get(aitu.base() + parts[0]).statusCode()).isEqualTo(503);
        assertThat(Caller.get(aitu.base() + parts[0]).statusCode()).isNotEqualTo(503);
        assertThat(aitu.waitingScenarios()).isZero();
        assertThat(aitu.received().totals().keyRequests()).isEqualTo(parts[1].equals("JWKS") ? 3 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"do\":\"http\",\"status\":500}", "{\"do\":\"slow\",\"millis\":1}", "{\"do\":\"trickle\",\"millis\":1}",
        "{\"do\":\"huge\",\"gzip\":true}", "{\"do\":\"redirect\"}", "{\"do\":\"close\",\"moment\":\"MID_ANSWER\"}",
        "{\"do\":\"replace\",\"text\":\"a\",\"by\":\"b\"}", "{\"do\":\"header\",\"name\":\"X\",\"value\":\"y\"}",
        "{\"do\":\"idToken\",\"defect\":\"ALG_NONE\"}", "{\"do\":\"claims\",\"set\":{\"sub\":1}}", "{\"do\":\"joseHeader\",\"remove\":[\"kid\"]}",
        "{\"do\":\"tokenError\",\"error\":\"invalid_grant\"}", "{\"do\":\"tokenAnswer\",\"set\":{\"id_token\":null}}",
        "{\"do\":\"callback\",\"remove\":[\"state\"]}"})
    void whenAnEffectIsPostedThenItWaits(String effect) throws Exception {
        assertThat(control("POST", "scenario", "{\"operation\":\"TOKEN\",\"effects\":[" + effect + "]}").get("waitingScenarios").asInt())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"effects\":[{\"do\":\"nothing\"}]}", "{\"effects\":[{\"do\":\"slow\"}],\"often\":2}", "[", "{\"effects\":[{\"do\":\"idToken\"}]}"})
    void whenAScenarioIsNotUnderstoodThenBadRequest(String scenario) throws Exception {
        assertThat(Caller.postJson("http://127.0.0.1:" + simulators.port() + AituSimulator.CONTROL + "scenario", scenario).statusCode())
                .isEqualTo(400);
        assertThat(aitu.waitingScenarios()).isZero();
    }

    private HttpResponse<String> meets(String code, Effect... effects) throws Exception {
        aitu.next(Scenario.on(Operation.TOKEN, effects));
        return exchange(code);
    }

    private void impatient(String code, Effect effect) throws Exception {
        aitu.next(Scenario.on(Operation.TOKEN, effect));
        HttpClient.newHttpClient().send(tokenRequest(code).timeout(Duration.ofSeconds(1)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder tokenRequest(String code) {
        return HttpRequest.newBuilder(URI.create(aitu.base() + "/oauth2/token")).header("Authorization", credentials())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Caller.encoded(tokenForm(code))));
    }
}
