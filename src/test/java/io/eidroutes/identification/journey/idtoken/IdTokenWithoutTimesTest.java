package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** OpenID Connect Core §2: both are required. */
class IdTokenWithoutTimesTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"NO_EXP", "NO_IAT"})
    void whenATimeIsMissingThenTheIdTokenIsRefused(IdTokenDefect defect) throws Exception {
        refused(defect, "times-missing", "partner");
    }
}
