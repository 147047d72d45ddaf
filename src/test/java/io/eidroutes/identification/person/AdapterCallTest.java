package io.eidroutes.identification.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The request by its settings, and the messages that are documented. */
class AdapterCallTest {

    private static final Catalogue CATALOGUE = Catalogue.load();
    private final Exchange exchange = new DefaultExchange(new DefaultCamelContext());

    private void write(Map<String, String> settings) {
        exchange.setVariable("iin", "900101300123");
        exchange.setVariable("requestId", "a b&c=d+e");
        new AdapterCall(PersonSettingsTest.coid(settings), CATALOGUE, new ObjectMapper()).write(exchange);
    }

    @Test
    void whenTheMethodIsGetThenTheFieldsAreAQueryAndThereIsNoBody() {
        write(Map.of("method", "get"));

        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_METHOD)).isEqualTo("GET");
        assertThat(exchange.getMessage().getHeader(Exchange.HTTP_QUERY)).isEqualTo("iin=900101300123&requestId=a+b%26c%3Dd%2Be");
        assertThat(exchange.getMessage().getBody()).isNull();
    }

    @Test
    void whenTheCredentialsHaveOtherLettersThenTheyAreSentInUtf8AndNotEncoded() {
        write(Map.of("login", "админ", "password", "п%а:роль"));

        assertThat(exchange.getMessage().getHeader("Authorization")).isEqualTo(PersonTest.basic("админ", "п%а:роль"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "Ваше фото не совпадает с фото из государственной базы данных. Проверьте | photo-mismatch",
            "...: Проверку можно пройти при достижении 16 летнего возраста.           | under-age",
            "ИИН не найден в базе данных государственного органа.                     | iin-not-found",
            "Ошибка на сервисе государственного органа (сервис не доступен)           | service-unavailable",
            "Ошибка на сервисе государственного органа (Партнеру запрещен доступ к данным) | access-denied",
            "Ошибка на сервисе государственного органа                                | state-service-error",
            "Ошибка при определении живости лица                                      | liveness-failed",
            "фотография лица пользователя НЕ совпадает с фотографией в государственной базе данных | face-mismatch"})
    void whenADocumentedMessageStandsInATextThenItsCodeIsFound(String text, String code) {
        assertThat(CATALOGUE.matching(Family.COID, text).map(CatalogueEntry::code)).contains(code);
    }

    @Test
    void whenTheSpacingOfADocumentedMessageIsAnotherThenItsCodeIsFound() {
        Map<String, String> written = Map.of(
                "Ошибка на сервисе государственного органа(сервис  не\u00a0доступен )", "service-unavailable",
                "ошибка на сервисе государственного\nоргана ( Партнеру\tзапрещен доступ к данным )", "access-denied",
                "Проверку можно пройти при достижении 16-летнего возраста", "under-age",
                "Проверку можно пройти при\u200b достижении\u2009 16\u2013летнего возраста", "under-age");

        written.forEach((text, code) ->
                assertThat(CATALOGUE.matching(Family.COID, text).map(CatalogueEntry::code)).as(text).contains(code));
    }

    @ParameterizedTest
    @CsvSource({"under-age, under-age", "access-denied, access-denied", "NEVER-HEARD-OF, NEVER-HEARD-OF",
            "other-person, request-refused", "deadline, request-refused", "otherwise, request-refused", "EID-STATE-USED, other"})
    void whenTheAdapterGivesACodeThenItIsTheFailuresUnlessItIsANameOfOurs(String said, String code) {
        AdapterCall call = new AdapterCall(PersonSettingsTest.coid(Map.of()), CATALOGUE, new ObjectMapper());
        exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, 422);
        exchange.getMessage().setBody(("{\"code\":\"" + said + "\"}").getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> call.read(exchange)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.family()).isEqualTo(Family.COID);
            assertThat(failure.code()).isEqualTo(code);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "client_id_is_not_valid                       | client_id_is_not_valid",
            "error: request_contains_invalid_scopes, see… | request_contains_invalid_scopes",
            "invalid_scope: not_allowed_scopes            | not_allowed_scopes",
            "invalid_scope                                | invalid_scope",
            "the user said access_denied                  | access_denied",
            "Illegal Base64 character 2d                  | illegal_base64_character",
            "UserDataValidatorId                          | userdatavalidatorid"})
    void whenWordsSeenInACallbackStandInATextThenTheirCodeIsFound(String text, String code) {
        assertThat(CATALOGUE.matching(Family.AITU_AUTHORIZATION, text).map(CatalogueEntry::code)).contains(code);
    }

    @Test
    void whenNoDocumentedMessageStandsInATextThenThereIsNoCode() {
        assertThat(CATALOGUE.matching(Family.COID, "Ошибка").map(CatalogueEntry::code)).isEmpty();
        assertThat(CATALOGUE.matching(Family.COID, "").map(CatalogueEntry::code)).isEmpty();
    }
}
