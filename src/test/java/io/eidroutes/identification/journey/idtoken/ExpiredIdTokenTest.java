package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.api.Test;

/** OpenID Connect Core §3.1.3.7, step 9. */
class ExpiredIdTokenTest extends IdTokenTest {

    @Test
    void whenTheIdTokenHasExpiredThenItIsRefused() throws Exception {
        refused(IdTokenDefect.EXPIRED, "expired", "partner");
    }
}
