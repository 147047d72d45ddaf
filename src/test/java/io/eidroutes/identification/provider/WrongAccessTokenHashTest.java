package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The access token is not the one of the id_token. */
class WrongAccessTokenHashTest extends ExchangeTest {

    @Test
    void whenTheHashIsAnotherThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("at_hash", "AAAAAAAAAAAAAAAAAAAAAA");
        idToken(claims);

        assertIdTokenRefused("wrong-access-token-hash", "alert-security");
    }

    @Test
    void whenTheHashIsNoTextThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("at_hash", 7);
        idToken(claims);

        assertIdTokenRefused("wrong-access-token-hash", "alert-security");
    }

    @Test
    void whenThereIsNoHashThenThePersonIsIdentified() {
        ObjectNode claims = IdTokens.claims();
        claims.remove("at_hash");
        idToken(claims);

        assertIdentified();
    }
}
