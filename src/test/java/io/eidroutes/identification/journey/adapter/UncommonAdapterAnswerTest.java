package io.eidroutes.identification.journey.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.identification.journey.HostileTest;
import io.eidroutes.simulator.coid.Effects;
import io.eidroutes.simulator.coid.Shape;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.web.Caller;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import static org.assertj.core.api.Assertions.assertThat;

/** A deviation of shape is delivered, with a warning where something is wrong. */
class UncommonAdapterAnswerTest extends HostileTest {

    @ParameterizedTest
    @CsvSource({"WRAPPED, false", "VERIFY_RESPONSE_WRAPPED, false", "WITHOUT_IIN, false", "MINIMAL, false", "UNKNOWN_FIELDS, false",
        "WITHOUT_CONFIDENCE, true", "WRONG_TYPES, true", "NULLS, false"})
    void whenTheShapeIsAnotherThenTheResultIsReleasedWithAWarning(Shape shape, boolean warned) throws Exception {
        coid().next(Scenario.on(Operation.PERSONAL_DATA, new Effects.Answer(shape)));
        Begun begun = begin();
        String ticket = Caller.callback(comeBack(begun)).one("result_ticket").orElseThrow();
        soon().untilAsserted(() -> assertThat(read(begun).path("state").asText()).isEqualTo("ready"));

        JsonNode result = Caller.json(result(begun, ticket)).path("result");

        assertThat(result.path("iin").asText()).isEqualTo(SOMEBODY);
        assertThat(result.path("personal_data").isObject()).isTrue();
        assertThat(result.path("warnings").isEmpty()).as(result.path("warnings").toString()).isEqualTo(!warned);
        assertProblem(result(begun, ticket), 410, "spent-result-ticket");
        assertCounted();
    }
}
