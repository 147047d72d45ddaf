package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The token was issued long ago. */
class IdTokenTooOldTest extends ExchangeTest {

    @Test
    void whenItIsOlderThanItMayBeThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("iat", Instant.now().getEpochSecond() - 700);
        idToken(claims);

        assertIdTokenRefused("too-old", "tell-operator");
    }
}
