package io.eidroutes.identification.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

/** The token endpoint answers something that is no strict JSON object. */
class TokenAnswerNotJsonTest extends ExchangeTest {

    @Test
    void whenItIsAPageThenTheLoginIsRefused() {
        tokenAnswers(FakeProvider.Answer.of(200, "Content-Type: text/html\r\n", "<html>".getBytes(UTF_8)));

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenItIsEmptyThenTheLoginIsRefused() {
        tokenAnswers(200, "");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenItIsAnArrayThenTheLoginIsRefused() {
        tokenAnswers(200, "[]");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenSomethingFollowsThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"a\",\"id_token\":\"" + IdTokens.signed(IdTokens.claims()) + "\"} x");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenItIsNotUtf8ThenTheLoginIsRefused() {
        tokenAnswers(FakeProvider.Answer.of(200, "", new byte[] {'{', '"', (byte) 0xFF, '"', ':', '1', '}'}));

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenItIsDeepThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"a\":" + "[".repeat(40) + "]".repeat(40) + "}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }
}
