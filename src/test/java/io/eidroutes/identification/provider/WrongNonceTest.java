package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The nonce is not the one that was sent. */
class WrongNonceTest extends ExchangeTest {

    @Test
    void whenItIsAnotherThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("nonce", "another");
        idToken(claims);

        assertIdTokenRefused("wrong-nonce", "alert-security");
    }

    @Test
    void whenItIsNoTextThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("nonce", 7);
        idToken(claims);

        assertIdTokenRefused("wrong-nonce", "alert-security");
    }

    @Test
    void whenItIsNullThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.putNull("nonce");
        idToken(claims);

        assertIdTokenRefused("wrong-nonce", "alert-security");
    }

    @Test
    void whenNoneWasSentThenOneThatComesIsRefused() {
        assertRefused(passport().exchange(java.util.Map.of("nonce", "")), "id-token", "wrong-nonce", "alert-security");
    }
}
