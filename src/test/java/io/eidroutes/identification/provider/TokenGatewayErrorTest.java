package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** A gateway answers in place of the token endpoint. */
class TokenGatewayErrorTest extends ExchangeTest {

    @Test
    void whenItIs502ThenTheCodeIsNotSentAgain() {
        tokenAnswers(502, "no JSON");

        assertRefused("aitu-token", "EID-NO-ANSWER", "retry-later");
    }

    @Test
    void whenItIs503ThenTheCodeIsNotSentAgain() {
        tokenAnswers(503, "no JSON");

        assertRefused("aitu-token", "EID-NO-ANSWER", "retry-later");
    }

    @Test
    void whenItIs504ThenTheCodeIsNotSentAgain() {
        tokenAnswers(504, "no JSON");

        assertRefused("aitu-token", "EID-NO-ANSWER", "retry-later");
    }

    @Test
    void whenItIs408ThenTheCodeIsNotSentAgain() {
        tokenAnswers(408, "no JSON");

        assertRefused("aitu-token", "EID-NO-ANSWER", "retry-later");
    }
}
