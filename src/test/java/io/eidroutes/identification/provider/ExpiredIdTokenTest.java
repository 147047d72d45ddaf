package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The token has expired. */
class ExpiredIdTokenTest extends ExchangeTest {

    @Test
    void whenItIsOverBeyondTheSkewThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("exp", Instant.now().getEpochSecond() - 61);
        idToken(claims);

        assertIdTokenRefused("expired", "tell-operator");
    }

    @Test
    void whenItNeverWasThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("exp", 0);
        idToken(claims);

        assertIdTokenRefused("expired", "tell-operator");
    }

    @Test
    void whenTheClocksAreApartThenThePersonIsIdentified() {
        ObjectNode claims = IdTokens.claims();
        claims.put("exp", Instant.now().getEpochSecond() - 30);
        idToken(claims);

        assertIdentified();
    }
}
