package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenID Connect Core §2: non-empty text of at most 255 ASCII characters. */
class IdTokenWithWrongSubjectTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"NO_SUB", "EMPTY_SUB", "LONG_SUB", "NON_ASCII_SUB", "NUMERIC_SUB"})
    void whenTheSubjectIsNoSubjectThenTheIdTokenIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "wrong-subject", "partner");
    }
}
