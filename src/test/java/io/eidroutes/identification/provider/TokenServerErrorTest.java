package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The token endpoint fails without an OAuth error. */
class TokenServerErrorTest extends ExchangeTest {

    @Test
    void whenItIs500ThenTheCodeIsNotSentAgain() {
        tokenAnswers(500, "{}");

        assertRefused("aitu-token", "EID-SERVER-ERROR", "retry-later");
    }

    @Test
    void whenItIs429ThenTheCodeIsNotSentAgain() {
        tokenAnswers(429, "slow down");

        assertRefused("aitu-token", "EID-SERVER-ERROR", "retry-later");
    }
}
