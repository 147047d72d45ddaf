package io.eidroutes.simulator.aitu;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.web.Caller;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenRefusalTest extends AituTest {

    @ParameterizedTest
    @CsvSource({"grant_type,,invalid_request", "grant_type,client_credentials,unsupported_grant_type", "code,,invalid_request",
        "code,invented,invalid_grant", "redirect_uri,,invalid_grant", "redirect_uri,http://localhost:8080/aitu/callback,invalid_grant",
        "code_verifier,,invalid_grant", "code_verifier,another-verifier-of-forty-three-characters-or-more,invalid_grant"})
    void whenAParameterIsWrongThenTheRequestIsRefusedAndTheCodeStays(String name, String value, String error) throws Exception {
        String code = code();
        Map<String, String> form = tokenForm(code);
        form.put(name, value == null ? "" : value);

        refused(exchange(form), 400, error);

        assertThat(exchange(code).statusCode()).isEqualTo(200);
    }

    @Test
    void whenAVerifierComesWithoutAChallengeThenItIsRefused() throws Exception {
        Map<String, String> link = link();
        link.remove("code_challenge");
        link.remove("code_challenge_method");

        refused(exchange(code(link)), 400, "invalid_grant");
    }

    @Test
    void whenTheCodeIsPresentedTwiceThenItIsRefusedAndItsTokenRevoked() throws Exception {
        String code = code();
        String token = Caller.json(exchange(code)).get("access_token").asText();
        assertThat(active(token)).isTrue();

        refused(exchange(code), 400, "invalid_grant");

        assertThat(active(token)).isFalse();
        assertThat(aitu.received().totals().mostRequestsForOneCode()).isEqualTo(2);
        assertThat(control("POST", "code", "{\"code\":\"" + code + "\"}").get("requests").asInt()).isEqualTo(2);
        assertThat(aitu.requestsOf("another")).isZero();
        assertThat(aitu.received().totals().tokensIssued()).isEqualTo(1);
    }

    @Test
    void whenTheCodeIsTooOldThenItIsRefused() throws Exception {
        String code = code();
        aitu.change("{\"codeLifeSeconds\":0}");

        refused(exchange(code), 400, "invalid_grant");
    }

    @Test
    void whenTheSecretIsNotFormEncodedThenTheClientIsRefused() throws Exception {
        refused(exchange(tokenForm(code()), "Authorization",
                Caller.basic(aitu.settings().clientId(), aitu.settings().clientSecret())), 401, "invalid_client");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic !", "Basic OnB3", "Bearer abc", "Basic YWJj"})
    void whenTheCredentialsAreWrongThenTheClientIsRefused(String authorization) throws Exception {
        HttpResponse<String> answer = exchange(tokenForm(code()), "Authorization", authorization);

        refused(answer, 401, "invalid_client");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }

    @Test
    void whenTheSecretInTheFormIsWrongThenTheClientIsRefused() throws Exception {
        Map<String, String> form = tokenForm(code());
        form.put("client_id", aitu.settings().clientId());
        form.put("client_secret", "guessed");

        refused(exchange(form, "Accept", "application/json"), 401, "invalid_client");
    }

    @Test
    void whenTheClientAuthenticatesInTwoWaysThenTheRequestIsRefused() throws Exception {
        Map<String, String> form = tokenForm(code());
        form.put("client_secret", aitu.settings().clientSecret());

        refused(exchange(form), 400, "invalid_request");
    }

    @Test
    void whenTheBodyIsNoFormThenTheRequestIsRefused() throws Exception {
        refused(exchange(tokenForm(code()), "Authorization", credentials(), "Content-Type", "application/json"), 400, "invalid_request");
    }

    @Test
    void whenParametersStandInTheUrlThenTheRequestIsRefused() throws Exception {
        refused(Caller.postForm(aitu.base() + "/oauth2/token?code=a", tokenForm(code()), "Authorization", credentials()),
                400, "invalid_request");
    }

    @Test
    void whenAParameterComesTwiceThenTheRequestIsRefused() throws Exception {
        refused(Caller.send(HttpRequest.newBuilder(URI.create(aitu.base() + "/oauth2/token"))
                .POST(HttpRequest.BodyPublishers.ofString(Caller.encoded(tokenForm(code())) + "&code=b")),
                "Authorization", credentials(), "Content-Type", "application/x-www-form-urlencoded"), 400, "invalid_request");
    }

    @Test
    void whenItIsNoPostThenItIsRefused() throws Exception {
        assertThat(Caller.get(aitu.base() + "/oauth2/token").statusCode()).isEqualTo(405);
    }

    private void refused(HttpResponse<String> answer, int status, String error) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(Caller.json(answer).get("error").asText()).isEqualTo(error);
        assertThat(aitu.received().totals().refusals()).containsEntry("TOKEN " + error, 1L);
    }

    private boolean active(String token) throws Exception {
        return Caller.json(Caller.postForm(aitu.base() + "/oauth2/introspect", Map.of("token", token),
                "Authorization", credentials())).get("active").asBoolean();
    }
}
