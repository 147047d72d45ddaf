package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The token endpoint answers more than is read. */
class TokenAnswerTooLongTest extends ExchangeTest {

    @Test
    void whenTheBodyIsHugeThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"a\":\"" + "x".repeat(300_000) + "\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenItIsEndlessThenTheLoginIsRefused() {
        tokenAnswers(Endless::chunks);

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }
}
