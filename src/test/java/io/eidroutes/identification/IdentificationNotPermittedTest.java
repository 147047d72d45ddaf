package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's settings do not allow is refused, and nothing of it is kept. */
class IdentificationNotPermittedTest extends IdentificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", RETURN_URL + "&x", RETURN_URL + "#x", "https://shop.example", "HTTPS://shop.example/other",
        "https://shop.example/other/", "https://shop.example/./other", "javascript:alert(1)"})
    void whenTheReturnUrlIsNotExactlyTheClientsThenRefused(String url) throws Exception {
        refused("shop", "{\"return_url\":\"" + url + "\"}", "/return_url client-return-url");
    }

    @Test
    void whenTheContractDoesNotLetTheClientVerifyPhonesThenRefused() throws Exception {
        refused("kiosk", "{\"phone\":\"77071234567\",\"phone_verified\":true}", "/phone_verified client-verifies-phones");
    }

    @Test
    void whenTheClientHasAnotherJobThenRefusedWhateverItSends() throws Exception {
        refused("demo", "{}", " client-job");
        refused("demo", "{", " client-job");
        problem(call("demo", "/" + begin().id(), "GET", ""), 403, "not-permitted");
    }

    private void refused(String client, String body, String error) throws Exception {
        int before = rows("identification");

        JsonNode problem = problem(post(client, "", body), 403, "not-permitted");

        assertThat(problem.path("errors")).extracting(it -> it.path("pointer").asText() + " " + it.path("rule").asText())
                .containsExactly(error);
        assertThat(rows("identification")).isEqualTo(before);
    }
}
