package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a partner fills in wrongly is refused with a pointer to each error, and nothing is stored. */
class InvalidIdentificationTest extends IdentificationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"iin\":\"12345678901\"}|/iin format", "{\"iin\":123456789012}|/iin type", "{\"iin\":null}|/iin type",
        "{\"iin\":\"\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u0661\u0662\"}|/iin format",
        "{\"phone\":\"+77071234567\"}|/phone format", "{\"phone\":\"\"}|/phone format",
        "{\"phone_verified\":true}|/phone required", "{\"phone_verified\":\"true\"}|/phone_verified type",
        "{\"refresh_request_id\":1}|/refresh_request_id type", "{\"locale\":\"fr\"}|/locale format",
        "{\"return_url\":\"https://shop.example/ back\"}|/return_url format", "{\"returnUrl\":\"x\"}| unknown-field", "[]| type"})
    void whenAMemberIsWrongThenItIsNamed(String body, String error) throws Exception {
        int before = rows("identification");

        JsonNode problem = problem(post("shop", "", body), 422, "invalid-identification");

        assertThat(problem.path("errors")).extracting(it -> it.path("pointer").asText() + " " + it.path("rule").asText())
                .containsExactly(error.startsWith("/") ? error : " " + error.trim());
        assertThat(rows("identification")).isEqualTo(before);
    }

    @Test
    void whenSeveralAreWrongThenAllAreNamed() throws Exception {
        JsonNode problem = problem(post("shop", "", "{\"iin\":1,\"locale\":\"fr\"}"), 422, "invalid-identification");

        assertThat(problem.path("errors")).hasSize(2);
    }
}
