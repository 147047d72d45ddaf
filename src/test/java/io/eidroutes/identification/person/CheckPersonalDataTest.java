package io.eidroutes.identification.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.failure.Failure;
import java.util.List;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings about the photo, about another person, and about the request. */
class CheckPersonalDataTest {

    private static final String IIN = "000101300123";
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    private static ObjectNode answer(String json) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree(json);
    }

    private static CheckPersonalData check(Map<String, String> settings) {
        return new CheckPersonalData(new AnswerShape(), PersonSettingsTest.coid(settings));
    }

    @Test
    void whenThePhotoIsNotToBeDeliveredThenItIsTakenOutWhereverItStands() throws Exception {
        ObjectNode answer = answer("{\"photo\":\"A\",\"data\":{\"photo\":\"A\",\"person\":{\"photo\":\"A\",\"documents\":[{\"photo\":\"A\"}]}}}");

        check(Map.of()).withholdPhoto(answer);

        assertThat(answer.toString()).doesNotContain("photo").contains("documents");
    }

    @Test
    void whenThePhotoIsToBeDeliveredThenItStays() throws Exception {
        ObjectNode answer = answer("{\"photo\":\"A\",\"person\":{}}");

        check(Map.of("photo", "true")).withholdPhoto(answer);

        assertThat(answer.path("photo").asText()).isEqualTo("A");
    }

    @Test
    void whenAnotherPersonIsOnlyToBeMarkedThenItIsAWarning() throws Exception {
        check(Map.of("on-other-person", "mark")).requirePerson(exchange, answer("{\"person\":{\"iin\":\"111111111111\"}}"), IIN);

        assertThat(exchange.getVariable("warnings")).isEqualTo(List.of(new Warning("/person/iin", "other-person")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"person\":{\"iin\":\"000101300123\"}}", "{\"person\":{\"iin\":101300123}}", "{\"person\":{}}",
            "{\"person\":{\"iin\":null}}", "{\"person\":{\"iin\":\"\"}}", "{\"data\":{\"person\":{\"iin\":\"000101300123\"}}}"})
    void whenThePersonIsTheOneAskedForOrUnnamedThenThereIsNoFailure(String json) throws Exception {
        check(Map.of()).requirePerson(exchange, answer(json), IIN);

        assertThat(exchange.getVariable("warnings")).isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"person\":{\"iin\":\"000101300124\"}}", "{\"person\":{\"iin\":1013001230}}",
            "{\"data\":{\"person\":{\"iin\":\"x\"}}}", "{\"person\":{\"iin\":\"0001013001230\"}}"})
    void whenThePersonIsAnotherThenItIsRefused(String json) throws Exception {
        ObjectNode answer = answer(json);
        CheckPersonalData check = check(Map.of());

        assertThatExceptionOfType(Failure.class).isThrownBy(() -> check.requirePerson(exchange, answer, IIN))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo("other-person"));
    }
}
