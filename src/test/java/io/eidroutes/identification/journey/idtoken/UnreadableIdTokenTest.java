package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No JWT in three parts. */
class UnreadableIdTokenTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"TWO_PARTS", "NOT_A_JWT"})
    void whenTheIdTokenIsNoJwtThenItIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "unreadable", "partner");
    }
}
