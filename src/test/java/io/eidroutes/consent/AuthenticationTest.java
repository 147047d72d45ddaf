package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who does not say who they are is not served, whatever they ask for. */
class AuthenticationTest extends ConsentTest {

    @Test
    void whenNoCredentialsAreSentThenUnauthorized() throws Exception {
        HttpResponse<String> answer = call(HttpRequest.newBuilder(api(""))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(example().toString())).build());

        assertUnauthorized(answer);
        assertThat(smev().received().totals().sendRequests()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic !!!", "Basic", "Basic ZGVtbw==", "Basic ZGVtbzo=", "Basic OmRlbW8=", "Bearer demo", "demo:demo", "Basic \u00ff"})
    void whenCredentialsCannotBeReadThenUnauthorized(String authorization) throws Exception {
        assertUnauthorized(post(example().toString(), "Authorization", authorization));
    }

    @Test
    void whenThePasswordIsWrongThenUnauthorizedAndTheRightOneStillWorks() throws Exception {
        assertThat(get("none").statusCode()).isEqualTo(404);
        assertUnauthorized(get("none", "Authorization", basic("demo", "Demo")));
        assertUnauthorized(get("none", "Authorization", basic("demo", "other")));
        assertUnauthorized(get("none", "Authorization", basic("demo", "demo" + "x".repeat(200))));
        assertThat(get("none").statusCode()).isEqualTo(404);
    }

    @Test
    void whenTheClientIsUnknownThenTheAnswerIsThatOfAWrongPassword() throws Exception {
        HttpResponse<String> unknown = get("none", "Authorization", basic("nobody", "demo"));
        HttpResponse<String> wrong = get("none", "Authorization", basic("demo", "wrong"));

        assertUnauthorized(unknown);
        assertThat(unknown.body()).isEqualTo(wrong.body());
        assertThat(unknown.headers().map().keySet()).isEqualTo(wrong.headers().map().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/error", "/actuator", "/actuator/health", "/actuator/prometheus", "/api", "/api/v1", "/api/v1/other",
        "/index.html", "/favicon.ico", "/webjars/x", "/api/v1/claim-permissions/", "/camel", "/h2-console", "/%20"})
    void whenAnythingElseIsAskedWithoutCredentialsThenUnauthorized(String path) throws Exception {
        assertUnauthorized(call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/error", "/actuator", "/actuator/health", "/actuator/prometheus", "/actuator/env"})
    void whenAClientAsksForWhatIsNotTheApiThenThereIsNothing(String path) throws Exception {
        HttpResponse<String> answer = call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", basic("demo", "demo")).build());

        problem(answer, path.equals("/error") ? 403 : 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/env", "/beans", "/configprops", "/heapdump", "/threaddump", "/loggers", "/mappings", "/shutdown", "/camel"})
    void whenTheManagementPortIsAskedForMoreThanHealthAndMetricsThenThereIsNothing(String path) throws Exception {
        assertThat(manage(path).statusCode()).isIn(401, 404);
    }

    private static void assertUnauthorized(HttpResponse<String> answer) throws Exception {
        assertThat(problem(answer, 401).path("code").asText()).isEqualTo("unauthenticated");
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValueSatisfying(value ->
                assertThat(value).startsWith("Basic realm="));
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }
}
