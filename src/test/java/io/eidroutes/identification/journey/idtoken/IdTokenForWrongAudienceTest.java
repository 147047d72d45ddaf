package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenID Connect Core §3.1.3.7, step 3. */
class IdTokenForWrongAudienceTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"WRONG_AUD", "NO_AUD", "EMPTY_AUD"})
    void whenTheIdTokenIsForAnotherServiceThenItIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "wrong-audience", "security");
    }
}
