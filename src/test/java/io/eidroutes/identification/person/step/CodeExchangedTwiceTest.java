package io.eidroutes.identification.person.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.person.PersonTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A code is sent to the provider once, however that ended. */
class CodeExchangedTwiceTest extends PersonTest {

    @Test
    void whenACodeWasExchangedThenItIsNotSentAgain() throws Exception {
        String request = TokenExchangeCallTest.request(TokenExchangeCallTest.newCode()).toString();

        assertThat(post("/token-exchanges", request).statusCode()).isEqualTo(200);

        assertThat(problem(post("/token-exchanges", request), 409).path("code").asText()).isEqualTo("code-already-exchanged");
    }

    @Test
    void whenItIsUnclearWhetherACodeWasSentThenItIsNotSentAgain() throws Exception {
        String request = TokenExchangeCallTest.request("unclear-" + UUID.randomUUID()).toString();

        assertThat(problem(post("/token-exchanges", request), 503).path("code").asText()).isEqualTo("read-timeout");

        assertThat(problem(post("/token-exchanges", request), 409).path("code").asText()).isEqualTo("code-already-exchanged");
    }

    @Test
    void whenACodeCertainlyWasNotSentThenItMayBe() throws Exception {
        String request = TokenExchangeCallTest.request("not-sent-" + UUID.randomUUID()).toString();

        assertThat(problem(post("/token-exchanges", request), 503).path("code").asText()).isEqualTo("connection-refused");

        assertThat(post("/token-exchanges", request).statusCode()).isEqualTo(200);
        assertThat(post("/token-exchanges", request).statusCode()).isEqualTo(409);
    }

    @Test
    void whenTheExchangeOfACodeWasRefusedThenItIsNotSentAgain() throws Exception {
        String request = TokenExchangeCallTest.request("refused-" + UUID.randomUUID()).toString();

        assertThat(problem(post("/token-exchanges", request), 422).path("family").asText()).isEqualTo("aitu-token");

        assertThat(problem(post("/token-exchanges", request), 409).path("code").asText()).isEqualTo("code-already-exchanged");
    }
}
