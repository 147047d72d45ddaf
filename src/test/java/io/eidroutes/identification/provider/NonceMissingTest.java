package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The nonce that was sent does not come back. */
class NonceMissingTest extends ExchangeTest {

    @Test
    void whenItIsMissingThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.remove("nonce");
        idToken(claims);

        assertIdTokenRefused("nonce-missing", "tell-operator");
    }
}
