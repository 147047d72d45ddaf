package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The token endpoint refuses without an OAuth error. */
class TokenRefusedWithoutErrorTest extends ExchangeTest {

    @Test
    void whenItIs404ThenTheLoginIsRefused() {
        tokenAnswers(404, "<html>");

        assertRefused("aitu-token", "EID-REFUSED", "tell-operator");
    }

    @Test
    void whenItIs401WithAChallengeThenTheCredentialsAreNotSentAgain() {
        tokenAnswers(FakeProvider.Answer.of(401, "WWW-Authenticate: Basic realm=\"x\"\r\n", new byte[0]));

        assertRefused("aitu-token", "EID-REFUSED", "tell-operator");
    }
}
