package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 8725 §3.10: a token that brings the key to verify it with, or says where there is one. Nobody looks. */
class IdTokenWithKeyInItsHeaderTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"EMBEDDED_JWK", "JKU", "X5U"})
    void whenTheIdTokenOffersItsOwnKeyThenItIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "unknown-key", "security");
    }
}
