package io.eidroutes.identification.journey.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.simulator.aitu.Effects;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import org.junit.jupiter.api.Test;

/** The provider sends the user back with an error: the identification failed, and no code was exchanged. */
abstract class AuthorizationErrorTest extends HostileTest {

    private final String error;
    private final String description;
    private final String family;
    private final String code;
    private final String kind;

    AuthorizationErrorTest(String error, String kind) {
        this(error, "their words", "aitu-authorization", error, kind);
    }

    /** @param code what is made of error and description */
    AuthorizationErrorTest(String error, String description, String family, String code, String kind) {
        this.error = error;
        this.description = description;
        this.family = family;
        this.code = code;
        this.kind = kind;
    }

    @Test
    void whenTheErrorComesByTheCallbackThenThePartnerLearnsIt() throws Exception {
        aitu().next(Scenario.on(Operation.CALLBACK, Effects.Callback.error(error, description)));
        Begun begun = begin();

        failed(begun);

        assertThat(read(begun).at("/failure/reported/code").asText()).isEqualTo(error);
        assertThat(read(begun).at("/failure/reported/message").asText()).isEqualTo(description);
    }

    final void failed(Begun begun) throws Exception {
        assertFailed(begun, comeBack(begun), family, code, kind);

        assertTokenRequests(0);
        assertCounted(family + " " + code + " " + kind);
    }
}
