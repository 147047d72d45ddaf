package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** A token made for another purpose comes as the id_token. */
class WrongTokenTypeTest extends ExchangeTest {

    @Test
    void whenItIsAnAccessTokenThenTheLoginIsRefused() {
        idToken(IdTokens.signed(IdTokens.header().put("typ", "at+jwt"), IdTokens.claims()));

        assertIdTokenRefused("wrong-type", "alert-security");
    }

    @Test
    void whenItIsALogoutTokenThenTheLoginIsRefused() {
        idToken(IdTokens.signed(IdTokens.header().put("typ", "logout+jwt"), IdTokens.claims()));

        assertIdTokenRefused("wrong-type", "alert-security");
    }

    @Test
    void whenThereIsNoTypeThenThePersonIsIdentified() {
        var header = IdTokens.header();
        header.remove("typ");
        idToken(IdTokens.signed(header, IdTokens.claims()));

        assertIdentified();
    }
}
