package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The token endpoint gives no access token. */
class NoAccessTokenTest extends ExchangeTest {

    @Test
    void whenItIsMissingThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"id_token\":\"" + IdTokens.signed(IdTokens.claims()) + "\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenItIsEmptyThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"\",\"id_token\":\"" + IdTokens.signed(IdTokens.claims()) + "\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }
}
