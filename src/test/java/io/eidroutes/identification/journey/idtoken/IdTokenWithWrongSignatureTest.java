package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A stranger's signature, another's claims under a good one, or none at all. */
class IdTokenWithWrongSignatureTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"WRONG_KEY", "TAMPERED", "NO_SIGNATURE"})
    void whenTheSignatureIsNotOfTheseClaimsThenTheIdTokenIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "signature-invalid", "security");
    }
}
