package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 8725 §3.2: a token that says it needs no signature, with and without one. */
class IdTokenWithAlgorithmNoneTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"ALG_NONE", "ALG_NONE_SIGNED"})
    void whenTheIdTokenSaysThatItNeedsNoSignatureThenItIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "algorithm-not-allowed", "security");
    }
}
