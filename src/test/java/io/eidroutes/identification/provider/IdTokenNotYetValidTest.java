package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The token is of the future. */
class IdTokenNotYetValidTest extends ExchangeTest {

    @Test
    void whenItBeginsLaterThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("nbf", Instant.now().getEpochSecond() + 120);
        idToken(claims);

        assertIdTokenRefused("not-yet-valid", "tell-operator");
    }

    @Test
    void whenItIsIssuedLaterThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("iat", Instant.now().getEpochSecond() + 120);
        idToken(claims);

        assertIdTokenRefused("not-yet-valid", "tell-operator");
    }

    @Test
    void whenTheClocksAreApartThenThePersonIsIdentified() {
        ObjectNode claims = IdTokens.claims();
        claims.put("iat", Instant.now().getEpochSecond() + 30).put("nbf", Instant.now().getEpochSecond() + 30);
        idToken(claims);

        assertIdentified();
    }
}
