package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The token does not say its times. */
class IdTokenWithoutTimesTest extends ExchangeTest {

    @Test
    void whenThereIsNoExpiryThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.remove("exp");
        idToken(claims);

        assertIdTokenRefused("times-missing", "tell-operator");
    }

    @Test
    void whenThereIsNoTimeOfIssueThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.remove("iat");
        idToken(claims);

        assertIdTokenRefused("times-missing", "tell-operator");
    }

    @Test
    void whenTheExpiryIsATextThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("exp", "9999999999");
        idToken(claims);

        assertIdTokenRefused("times-missing", "tell-operator");
    }

    @Test
    void whenTheExpiryIsNegativeThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("exp", -1);
        idToken(claims);

        assertIdTokenRefused("times-missing", "tell-operator");
    }

    @Test
    void whenTheExpiryIsBeyondAllTimeThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("exp", Double.MAX_VALUE);
        idToken(claims);

        assertIdTokenRefused("times-missing", "tell-operator");
    }

    @Test
    void whenNotBeforeIsATextThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("nbf", "now");
        idToken(claims);

        assertIdTokenRefused("times-missing", "tell-operator");
    }
}
