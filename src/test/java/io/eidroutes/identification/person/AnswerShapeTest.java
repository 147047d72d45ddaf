package io.eidroutes.identification.person;

import io.eidroutes.delivery.StandIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An answer that is not as documented is delivered all the same, with a warning beside it. */
class AnswerShapeTest extends PersonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"person\":{}}                                                      | /minConfidenceLevel missing",
            "{\"person\":{},\"minConfidenceLevel\":\"0.9\"}                       | /minConfidenceLevel type",
            "{\"person\":[{}],\"minConfidenceLevel\":1}                           | /person type",
            "{\"person\":\"x\",\"minConfidenceLevel\":1}                          | /person type",
            "{\"person\":{\"documents\":{}},\"minConfidenceLevel\":1}             | /person/documents type",
            "{\"person\":{\"documents\":[{\"number\":1}]},\"minConfidenceLevel\":1} | /person/documents/0/number type",
            "{\"person\":{\"gender\":\"M\"},\"minConfidenceLevel\":1}             | /person/gender type",
            "{\"person\":{},\"minConfidenceLevel\":1,\"requisites\":[]}           | /requisites type"})
    void whenTheAnswerDeviatesThenItIsDeliveredWithAWarning(String answer, String warning) throws Exception {
        adapter().always(StandIn.Reply.of(200, answer));

        UUID id = identified(PARTNER);
        JsonNode result = awaitResult(id);

        assertThat(result.path("personal_data")).isEqualTo(JSON.readTree(answer));
        assertThat(result.path("warnings")).singleElement().satisfies(found ->
                assertThat(found.path("pointer").asText() + " " + found.path("rule").asText()).isEqualTo(warning));
        assertThat(asked()).hasSize(1);
        work.erase(id);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "{\"person\":{\"name\":null,\"documents\":null},\"minConfidenceLevel\":0.5,\"photo\":null,\"new\":{\"a\":[1]}}",
            "{\"data\":{\"person\":{},\"minConfidenceLevel\":1}}",
            "{\"person\":{},\"verifyResponse\":{\"minConfidenceLevel\":1,\"requisites\":{\"bin\":\"1\"}}}",
            "{\"data\":{\"person\":{}},\"verifyResponse\":{\"minConfidenceLevel\":1}}"})
    void whenFieldsAreAbsentUnknownOrInAWrapperThenThatIsNoDeviation(String answer) throws Exception {
        adapter().always(StandIn.Reply.of(200, answer));

        UUID id = identified(PARTNER);
        JsonNode result = awaitResult(id);

        assertThat(result.path("warnings")).isEmpty();
        ObjectNode expected = (ObjectNode) JSON.readTree(answer);
        expected.remove("photo");
        assertThat(result.path("personal_data")).isEqualTo(expected);
        work.erase(id);
    }
}
