package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code idpc_verification} is missing, is none, or has no requestId. */
class IdTokenWithoutPersonTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class,
            names = {"NO_VERIFICATION", "VERIFICATION_NOT_JSON", "NO_REQUEST_ID", "EMPTY_REQUEST_ID"})
    void whenNobodyIsNamedThenTheIdTokenIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "no-person", "partner");
    }
}
