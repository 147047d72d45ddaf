package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An IIN is a text of 12 digits. */
class IdTokenWithWrongIinTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"NO_IIN", "SHORT_IIN", "IIN_WITH_LETTERS", "NUMERIC_IIN"})
    void whenTheIinIsNoneThenTheIdTokenIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "wrong-iin", "partner");
    }
}
