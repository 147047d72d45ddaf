package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenID Connect Core §3.1.3.7, step 2: byte for byte. */
class IdTokenOfWrongIssuerTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"WRONG_ISS", "ISS_WITH_SLASH", "NO_ISS"})
    void whenTheIssuerIsAnotherThenTheIdTokenIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "wrong-issuer", "security");
    }
}
