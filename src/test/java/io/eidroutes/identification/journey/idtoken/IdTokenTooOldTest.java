package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core §3.1.3.7, step 10. */
class IdTokenTooOldTest extends IdTokenTest {

    @Test
    void whenTheIdTokenWasIssuedLongAgoThenItIsRefused() throws Exception {
        refused(IdTokenDefect.ISSUED_LONG_AGO, "too-old", "partner");
    }
}
