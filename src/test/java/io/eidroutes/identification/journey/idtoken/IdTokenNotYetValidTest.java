package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Issued in the future (step 10), or not to be used yet (RFC 7519 §4.1.5). */
class IdTokenNotYetValidTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"ISSUED_IN_FUTURE", "NOT_YET"})
    void whenTheTimeOfTheIdTokenHasNotComeThenItIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "not-yet-valid", "partner");
    }
}
