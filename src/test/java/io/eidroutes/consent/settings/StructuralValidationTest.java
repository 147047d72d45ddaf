package io.eidroutes.consent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.validation.Claims;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** With {@code eid.consent.validation.mode: structural} ESIA judges what the XML can carry. */
class StructuralValidationTest extends OtherSettingsTest {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            /person_data/snils                     | "038-752-477 88" | ESIA-036102 | Неверная контрольная сумма СНИЛС пользователя
            /person_data/last_name                 | ""               | ESIA-030002 | Не заполнены обязательные поля ФИО
            /person_data/person_document/type      | "PASSPORT"       | ESIA-033010 | Некорректный тип документа, удостоверяющий личность
            /person_data/person_document/series    | ""               | ESIA-033001 | Не указана серия документа
            /person_data/person_document/number    | ""               | ESIA-033002 | Не указан номер документа
            /person_data/person_document/number    | "22222A"         | ESIA-020002 | Учетная запись не найдена
            /claim_permissions/0/sysname           | ""               | ESIA-036700 | Не указана мнемоника типа согласия
            /claim_permissions/0/actions           | []               | ESIA-036705 | Необходимо указать хотя бы одно действие
            /claim_permissions/0/purposes          | []               | ESIA-036707 | Необходимо указать хотя бы одну цель
            /claim_permissions/0/expire            | 0                | ESIA-036716 | Указано некорректное время истечения срока действия согласия
            """)
    void whenStrictValidationWouldRefuseThenEsiaJudges(String pointer, String value, String code, String message)
            throws Exception {
        ObjectNode claim = example();
        int parent = pointer.lastIndexOf('/');
        ((ObjectNode) claim.at(pointer.substring(0, parent))).set(pointer.substring(parent + 1), JSON.readTree(value));

        JsonNode answer = answerTo(claim);

        assertThat(answer.path("status").asText()).isEqualTo("FAULT");
        assertThat(answer.at("/error_status_info/code").asText()).isEqualTo(code);
        assertThat(answer.at("/error_status_info/message").asText()).isEqualTo(message);
        assertThat(smev().received().totals().accepted()).isEqualTo(1);
    }

    @Test
    void whenNothingSaysWhoThePersonIsThenEsiaJudges() throws Exception {
        ObjectNode claim = example();
        claim.withObject("/person_data").remove(java.util.List.of("person_oid", "snils", "person_document"));

        assertThat(answerTo(claim).at("/error_status_info/code").asText()).isEqualTo("ESIA-020002");
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/consent/structural-refusals.csv", delimiter = '|', quoteCharacter = '`', numLinesToSkip = 1)
    void whenTheXmlCouldNotCarryItThenTheProblemNamesIt(String change, String pointer, String rule, String esiaCode)
            throws Exception {
        HttpResponse<String> answer = post(new String(Claims.changed(change), StandardCharsets.UTF_8));

        JsonNode error = problem(answer, 422).at("/errors/0");
        assertThat(error.path("pointer").asText()).isEqualTo(pointer);
        assertThat(error.path("rule").asText()).isEqualTo(rule);
        assertThat(error.path("esia_code").asText("")).isEqualTo(esiaCode == null ? "" : esiaCode);
        assertThat(smev().received().totals().sendRequests()).isZero();
    }
}
