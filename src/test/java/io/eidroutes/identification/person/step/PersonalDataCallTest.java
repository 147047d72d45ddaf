package io.eidroutes.identification.person.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.identification.person.PersonTest;
import io.eidroutes.delivery.StandIn;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code POST /api/v1/personal-data} by itself. */
class PersonalDataCallTest extends PersonTest {

    @Test
    void whenAPartnerAsksThenItGetsTheAnswerOfTheAdapter() throws Exception {
        HttpResponse<String> answer = askForPersonalData();

        ObjectNode expected = documentedAnswer();
        expected.remove("photo");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body())).isEqualTo(expected);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().map()).doesNotContainKeys("EID-Warnings", "authorization", "Authorization");
    }

    @Test
    void whenTheAnswerDeviatesThenAHeaderSaysWhere() throws Exception {
        ObjectNode deviating = documentedAnswer();
        deviating.remove("minConfidenceLevel");
        ((ObjectNode) deviating.get("person")).put("birthDate", 19900101);
        adapter().always(StandIn.Reply.of(200, deviating.toString()));

        HttpResponse<String> answer = askForPersonalData();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(answer.body()).at("/person/birthDate").asInt()).isEqualTo(19900101);
        assertThat(answer.headers().firstValue("EID-Warnings").orElse("").split(", "))
                .containsExactlyInAnyOrder("missing /minConfidenceLevel", "type /person/birthDate");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"iin\":\"90010130012\",\"requestId\":\"r\"}             | /iin",
            "{\"iin\":900101300123,\"requestId\":\"r\"}                | /iin",
            "{\"iin\":null,\"requestId\":\"r\"}                        | /iin",
            "{\"iin\":\"900101300123\"}                                | /requestId",
            "{\"iin\":\"900101300123\",\"requestId\":\"\"}             | /requestId",
            "{\"iin\":\"900101300123\",\"requestId\":\"a\\nb\"}        | /requestId",
            "{\"iin\":\"900101300123\",\"requestId\":\"r\",\"x\":1}    | ``",
            "[]                                                        | ``"})
    void whenTheRequestIsWrongThenItIsRefusedAndNothingIsAsked(String body, String pointer) throws Exception {
        JsonNode problem = problem(post("/personal-data", body), 422);

        assertThat(problem.path("code").asText()).isEqualTo("invalid-request");
        assertThat(problem.path("errors")).extracting(error -> error.path("pointer").asText()).contains(pointer);
        assertThat(asked()).isEmpty();
    }

    @Test
    void whenTheBodyIsNoJsonThenItIsRefused() throws Exception {
        assertThat(problem(post("/personal-data", "{\"iin\""), 400).path("code").asText()).isEqualTo("malformed-json");
        assertThat(problem(post("/personal-data", "iin=1", "Content-Type", "application/x-www-form-urlencoded"), 415)
                .path("code").asText()).isEqualTo("unsupported-media-type");
        assertThat(asked()).isEmpty();
    }

    @Test
    void whenTheClientMayNotIdentifyThenItIsRefusedAndNothingIsAsked() throws Exception {
        String body = JSON.createObjectNode().put("iin", IIN).put("requestId", REQUEST_ID).toString();

        JsonNode problem = problem(post("/personal-data", body, "Authorization", basic("demo", "demo")), 403);

        assertThat(problem.path("code").asText()).isEqualTo("not-permitted");
        assertThat(post("/personal-data", body, "Authorization", basic("demo", "wrong")).statusCode()).isEqualTo(401);
        assertThat(asked()).isEmpty();
    }
}
