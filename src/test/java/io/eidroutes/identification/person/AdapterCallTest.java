package io.eidroutes.identification.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Family;
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
    void whenNoDocumentedMessageStandsInATextThenThereIsNoCode() {
        assertThat(CATALOGUE.matching(Family.COID, "Ошибка").map(CatalogueEntry::code)).isEmpty();
        assertThat(CATALOGUE.matching(Family.COID, "").map(CatalogueEntry::code)).isEmpty();
    }
}
