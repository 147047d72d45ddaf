package io.eidroutes.identification.person.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.identification.person.PersonTest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST /api/v1/token-exchanges} by itself. */
class TokenExchangeCallTest extends PersonTest {

    private static final String VERIFIER = "abcdefghijklmnopqrstuvwxyz0123456789-._~ABC";

    static ObjectNode request(String code) {
        return JSON.createObjectNode().put("code", code).put("redirect_uri", REDIRECT_URI).put("nonce", "nonce-1");
    }

    static String newCode() {
        return "code-" + UUID.randomUUID();
    }

    @Test
    void whenAPartnerHasACodeThenItGetsThePersonThatWasIdentified() throws Exception {
        String code = newCode();

        HttpResponse<String> answer = post("/token-exchanges", request(code).put("code_verifier", VERIFIER).toString());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body())).isEqualTo(JSON.createObjectNode().put("iin", IIN)
                .put("requestId", REQUEST_ID).put("sub", String.join("|", code, REDIRECT_URI, VERIFIER, "nonce-1"))
                .put("phone", "77071234567"));
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    }

    @Test
    void whenAnotherPersonThanTheOneAskedForIsMarkedThenTheAnswerSaysSo() throws Exception {
        HttpResponse<String> answer = post("/token-exchanges", request("other-" + newCode()).toString());

        assertThat(JSON.readTree(answer.body()).path("other_person").asBoolean()).isTrue();
    }

    @Test
    void whenPkceWasNotUsedThenNoVerifierIsNeeded() throws Exception {
        assertThat(post("/token-exchanges", request(newCode()).toString()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "redirect_uri", "nonce"})
    void whenAMemberIsMissingOrWrongThenItIsRefused(String member) throws Exception {
        ObjectNode missing = request(newCode());
        missing.remove(member);
        ObjectNode empty = request(newCode()).put(member, " ");
        ObjectNode number = request(newCode()).put(member, 1);

        for (ObjectNode body : new ObjectNode[] {missing, empty, number}) {
            JsonNode problem = problem(post("/token-exchanges", body.toString()), 422);
            assertThat(problem.path("code").asText()).isEqualTo("invalid-request");
            assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/" + member);
        }
    }

    @Test
    void whenTheVerifierIsNoneThenItIsRefused() throws Exception {
        JsonNode problem = problem(post("/token-exchanges", request(newCode()).put("code_verifier", "short").toString()), 422);

        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/code_verifier");
    }

    @Test
    void whenTheClientMayNotIdentifyThenItIsRefusedAndTheCodeIsNotSpent() throws Exception {
        String code = newCode();

        JsonNode problem = problem(post("/token-exchanges", request(code).toString(), "Authorization", basic("demo", "demo")), 403);

        assertThat(problem.path("code").asText()).isEqualTo("not-permitted");
        assertThat(post("/token-exchanges", request(code).toString()).statusCode()).isEqualTo(200);
    }
}
