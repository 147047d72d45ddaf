package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What a call gets of a failure, and the id by which the same failure is found in the log: once. */
@ExtendWith(OutputCaptureExtension.class)
class FailureByCallInLogTest extends ConsentTest {

    @Test
    void whenACallIsRefusedThenItsHeaderAndTheLogNameTheSameFailure(CapturedOutput log) throws Exception {
        ObjectNode wrong = example();
        wrong.remove("person_data");
        ObjectNode foreign = example().put("org_ogrn", OTHER_OGRN);

        assertRefused(post(wrong.toString()), 422, "invalid-claim", log);
        assertRefused(post("{"), 400, "malformed-json", log);
        assertRefused(post(example().toString(), "Content-Type", "text/plain"), 415, "unsupported-media-type", log);
        assertRefused(post(foreign.toString()), 403, "not-permitted", log);
        assertRefused(get(UUID.randomUUID().toString()), 404, "unknown-claim", log);
        assertRefused(post(example().toString(), "Authorization", basic("demo", "wrong")), 401, "unauthenticated", log);
    }

    @Test
    void whenTheServerItselfRefusesACallThenTheLogHasItsId(CapturedOutput log) throws Exception {
        HttpResponse<String> answer = call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/nothing-here"))
                .header("Authorization", basic("demo", "demo")).build());

        problem(answer, 404);
        assertThat(log.getAll()).contains("with 404, failure " + failureId(answer));
    }

    @Test
    void whenAClaimEndsAsFaultThenTheAnswerIsTheDocumentedOneAndTheLogNamesTheClaim(CapturedOutput log) throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(Effect.Esia.fault("ESIA-036701", "Не найден тип согласия")).on(Operation.SEND_REQUEST)
                .when(session(claim)));

        HttpResponse<String> answer = post(claim.toString(), "Prefer", "wait=20");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.readTree("""
                {"status":"FAULT","error_status_info":{"code":"ESIA-036701","message":"Не найден тип согласия"}}"""));
        assertThat(answer.headers().firstValue("EID-Retryable")).contains("false");
        // The answer leaves with its commit, the line is written after it.
        String line = "Failure esia ESIA-036701, kind partner, claim " + claimId(answer) + ", failure ";
        await().untilAsserted(() -> assertThat(log.getAll()).containsOnlyOnce(line));
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String code, CapturedOutput log) throws Exception {
        JsonNode problem = problem(answer, status);
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("retryable").isBoolean()).isTrue();
        assertThat(problem.path("advice").asText()).isNotBlank();
        assertThat(log.getAll()).containsOnlyOnce(
                "Failure validation " + code + ", kind partner, claim none, failure " + failureId(answer));
    }

    private static String failureId(HttpResponse<String> answer) {
        assertThat(answer.headers().allValues("EID-Failure-Id")).hasSize(1);
        return UUID.fromString(answer.headers().firstValue("EID-Failure-Id").orElseThrow()).toString();
    }
}
