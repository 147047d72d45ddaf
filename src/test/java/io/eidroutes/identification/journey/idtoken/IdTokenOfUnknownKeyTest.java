package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.api.Test;

/** The provider publishes no such key. */
class IdTokenOfUnknownKeyTest extends IdTokenTest {

    @Test
    void whenTheKeyIsNotOneOfTheProvidersThenTheIdTokenIsRefused() throws Exception {
        refused(IdTokenDefect.UNKNOWN_KID, "unknown-key", "security");
    }
}
