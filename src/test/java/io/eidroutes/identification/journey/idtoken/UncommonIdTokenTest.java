package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.Effects;
import io.eidroutes.simulator.aitu.IdTokenDefect;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not wrong is not refused. */
class UncommonIdTokenTest extends IdTokenTest {

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class,
            names = {"NO_KID", "SEVERAL_AUD_WITH_AZP", "JUST_EXPIRED", "NO_AT_HASH", "VERIFICATION_AS_TEXT"})
    void whenTheIdTokenIsMerelyUncommonThenTheUserIsIdentified(IdTokenDefect defect) throws Exception {
        aitu().next(Scenario.on(Operation.TOKEN, new Effects.IdToken(defect)));
        Begun begun = begin();

        assertIdentified(begun, comeBack(begun));

        assertTokenRequests(1);
        assertCounted();
    }

    @ParameterizedTest
    @ValueSource(strings = {"camelCase", "verificationAsText", "audienceAsText", "callbackIss"})
    void whenTheProviderWritesOtherwiseThenTheUserIsIdentified(String setting) throws Exception {
        aitu().change("{\"" + setting + "\":true}");
        Begun begun = begin();

        assertIdentified(begun, comeBack(begun));

        assertTokenRequests(1);
        assertCounted();
    }
}
