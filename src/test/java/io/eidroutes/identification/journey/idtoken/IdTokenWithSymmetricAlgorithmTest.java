package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** RFC 8725 §2.1: a token signed with what everybody, or we ourselves, could sign with. */
class IdTokenWithSymmetricAlgorithmTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"HS256_WITH_PUBLIC_KEY", "HS256_WITH_CLIENT_SECRET"})
    void whenTheIdTokenIsSignedWithASharedSecretThenItIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "algorithm-not-allowed", "security");
    }
}
