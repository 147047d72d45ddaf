package io.eidroutes.identification.person.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.identification.person.PersonTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A code that was sent somewhere else is not exchanged for this client, and not spent. */
class ForeignRedirectUriTest extends PersonTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/back", REDIRECT_URI + "/", REDIRECT_URI + "?a=b", "HTTPS://partner.example/back"})
    void whenTheRedirectUriIsNotTheClientsThenItIsRefusedAndTheCodeIsNotSpent(String elsewhere) throws Exception {
        String code = TokenExchangeCallTest.newCode();

        JsonNode problem = problem(post("/token-exchanges",
                TokenExchangeCallTest.request(code).put("redirect_uri", elsewhere).toString()), 403);

        assertThat(problem.path("code").asText()).isEqualTo("not-permitted");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/redirect_uri");
        assertThat(post("/token-exchanges", TokenExchangeCallTest.request(code).toString()).statusCode()).isEqualTo(200);
    }
}
