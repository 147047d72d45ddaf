package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core §3.1.3.7, step 11: one was sent. */
class IdTokenWithoutNonceTest extends IdTokenTest {

    @Test
    void whenTheNonceDoesNotComeBackThenTheIdTokenIsRefused() throws Exception {
        refused(IdTokenDefect.NO_NONCE, "nonce-missing", "partner");
    }
}
