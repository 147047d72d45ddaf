package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenID Connect Core §3.1.3.7, steps 4 and 5. */
class IdTokenOfWrongAuthorizedPartyTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"SEVERAL_AUD", "WRONG_AZP"})
    void whenTheIdTokenWasIssuedToAnotherServiceThenItIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "wrong-authorized-party", "security");
    }
}
