package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The token endpoint says one thing twice. */
class TokenAnswerMemberTwiceTest extends ExchangeTest {

    @Test
    void whenAMemberStandsTwiceThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"a\",\"access_token\":\"a\",\"id_token\":\"" + IdTokens.signed(IdTokens.claims()) + "\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenTwinsDifferThenTheLoginIsRefused() {
        tokenAnswers(200, "{\"access_token\":\"a\",\"accessToken\":\"b\",\"id_token\":\"" + IdTokens.signed(IdTokens.claims()) + "\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }
}
