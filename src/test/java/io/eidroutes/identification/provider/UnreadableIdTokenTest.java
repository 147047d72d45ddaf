package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The id_token is no signed JWT. */
class UnreadableIdTokenTest extends ExchangeTest {

    @Test
    void whenItIsATextThenTheLoginIsRefused() {
        idToken("not-a-token");

        assertIdTokenRefused("unreadable", "tell-operator");
    }

    @Test
    void whenItHasFiveBlocksThenTheLoginIsRefused() {
        idToken("a.b.c.d.e");

        assertIdTokenRefused("unreadable", "tell-operator");
    }

    @Test
    void whenItsHeaderIsNoJsonThenTheLoginIsRefused() {
        idToken("AAAA." + IdTokens.base64("{}") + ".AAAA");

        assertIdTokenRefused("unreadable", "tell-operator");
    }

    @Test
    void whenItsClaimsHaveAMemberTwiceThenTheLoginIsRefused() {
        idToken(IdTokens.signed(IdTokens.header(), "{\"iss\":\"a\",\"iss\":\"a\"}", IdTokens.KEY));

        assertIdTokenRefused("unreadable", "tell-operator");
    }

    @Test
    void whenItIsPaddedThenTheLoginIsRefused() {
        idToken(IdTokens.signed(IdTokens.claims()) + "==");

        assertIdTokenRefused("unreadable", "tell-operator");
    }

    @Test
    void whenAForeignCharacterIsInItThenTheLoginIsRefused() {
        idToken(IdTokens.signed(IdTokens.claims()) + "!");

        assertIdTokenRefused("unreadable", "tell-operator");
    }

    @Test
    void whenItsKeyIdIsNoTextThenTheLoginIsRefused() {
        idToken(IdTokens.signed(IdTokens.header().put("kid", 7), IdTokens.claims()));

        assertIdTokenRefused("unreadable", "tell-operator");
    }
}
