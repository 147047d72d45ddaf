package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The token endpoint answers a value of the wrong type. */
class TokenAnswerWrongTypeTest extends ExchangeTest {

    @Test
    void whenTheAccessTokenIsANumberThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":7,\"id_token\":\"" + IdTokens.signed(IdTokens.claims()) + "\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenTheIdTokenIsAnObjectThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"a\",\"id_token\":{}}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenTheLifeIsATextThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"a\",\"expires_in\":\"3600\",\"id_token\":\"" + IdTokens.signed(IdTokens.claims()) + "\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenTheLifeIsNegativeThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"a\",\"expires_in\":-1,\"id_token\":\"" + IdTokens.signed(IdTokens.claims()) + "\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenTheScopeIsAListThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"a\",\"scope\":[],\"id_token\":\"" + IdTokens.signed(IdTokens.claims()) + "\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenTheTokenIsNoBearerTokenThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"a\",\"token_type\":\"mac\",\"id_token\":\"" + IdTokens.signed(IdTokens.claims()) + "\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }
}
