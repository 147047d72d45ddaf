package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core §3.1.3.7, step 11: a token of another attempt. */
class IdTokenWithWrongNonceTest extends IdTokenTest {

    @Test
    void whenTheNonceIsAnotherThenTheIdTokenIsRefused() throws Exception {
        refused(IdTokenDefect.WRONG_NONCE, "wrong-nonce", "security");
    }
}
