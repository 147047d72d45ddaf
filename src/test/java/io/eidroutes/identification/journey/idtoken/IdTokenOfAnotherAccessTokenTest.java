package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core §3.1.3.8. */
class IdTokenOfAnotherAccessTokenTest extends IdTokenTest {

    @Test
    void whenTheAccessTokenIsAnotherThenTheIdTokenIsRefused() throws Exception {
        refused(IdTokenDefect.WRONG_AT_HASH, "wrong-access-token-hash", "security");
    }
}
