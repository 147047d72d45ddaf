package io.eidroutes.identification.journey.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.aitu.Effects;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An error of RFC 6749 §5.2, its description in either spelling. */
abstract class TokenErrorTest extends TokenAnswerTest {

    private final String error;
    private final String code;
    private final String kind;

    TokenErrorTest(String error, String kind) {
        this(error, error, kind);
    }

    /** @param code what is made of the error */
    TokenErrorTest(String error, String code, String kind) {
        this.error = error;
        this.code = code;
        this.kind = kind;
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whenTheCodeIsRefusedThenTheIdentificationFailsAndThePartnerLearnsTheWords(boolean camelCase) throws Exception {
        aitu().next(Scenario.on(Operation.TOKEN, new Effects.TokenError(error, "its words", camelCase, 0)));
        Begun begun = begin();

        failed(begun, 1, code, kind);

        assertThat(read(begun).at("/failure/reported/code").asText()).isEqualTo(error);
        assertThat(read(begun).at("/failure/reported/message").asText()).isEqualTo("its words");
    }
}
