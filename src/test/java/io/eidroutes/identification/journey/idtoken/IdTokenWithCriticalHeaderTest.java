package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.api.Test;

/** RFC 7515 §4.1.11: what must be understood and is not. */
class IdTokenWithCriticalHeaderTest extends IdTokenTest {

    @Test
    void whenTheIdTokenDemandsAnExtensionThenItIsRefused() throws Exception {
        refused(IdTokenDefect.CRIT, "critical-header", "security");
    }
}
