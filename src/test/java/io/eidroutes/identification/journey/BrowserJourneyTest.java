package io.eidroutes.identification.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.failure.Family;
import io.eidroutes.simulator.aitu.CoidFailure;
import io.eidroutes.simulator.browser.Browser;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A person with a phone, from the partner's page to the result, or to why there is none. */
class BrowserJourneyTest extends BrowserTest {

    /** What the partner's page says. */
    private enum Partner {
        ru("Войти через Aitu Passport", "Вы вошли", "Войти не удалось"),
        kk("Aitu Passport арқылы кіру", "Сіз кірдіңіз", "Кіру мүмкін болмады"),
        en("Sign in with Aitu Passport", "You are signed in", "The sign-in failed");

        private final String button;
        private final String result;
        private final String failed;

        Partner(String button, String result, String failed) {
            this.button = button;
            this.result = result;
            this.failed = failed;
        }
    }

    @Autowired
    private JdbcClient jdbc;

    private static Partner begin(Browser user, String language) {
        Partner partner = Partner.valueOf(language);
        user.open(SIMULATORS.partner().home()).press(partner.button);
        return partner;
    }

    private static Partner beginIn(String language) {
        return begin(browser.speak(language), language);
    }

    @ParameterizedTest
    @EnumSource(Partner.class)
    void whenAUserIsIdentifiedThenThePartnerHasTheResult(Partner partner) {
        String language = partner.name();
        browser.speak(language).open(SIMULATORS.partner().home()).look(language, "partner-home").press(partner.button);
        identify(SOMEBODY);

        assertThat(browser.heading()).isEqualTo(partner.result);
        assertThat(browser.text()).contains(SOMEBODY);
        assertThat(browser.url()).startsWith(SIMULATORS.partner().home()).doesNotContain(SOMEBODY);
        assertThat(SIMULATORS.aitu().received().totals().mostRequestsForOneCode()).isEqualTo(1);
        browser.look(language, "partner-result");
    }

    static Stream<Arguments> failures() {
        return Stream.of(CoidFailure.values()).map(failure -> Arguments.of(failure, inTurn(failure.ordinal())));
    }

    /** When the ЦОИД adapter's service is unavailable, it is asked again. */
    static Stream<Arguments> finalFailures() {
        return failures().filter(failure -> failure.get()[0] != CoidFailure.UNAVAILABLE);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whenAFailureOfTheCheckComesByTheCallbackThenThePartnerLearnsIt(CoidFailure failure, String language) {
        SIMULATORS.aitu().change("{\"coidFailures\":\"CALLBACK\"}");
        Partner partner = beginIn(language);
        identify(failure.iin());
        browser.press("Вернуться на сайт партнёра");

        explained(partner, failure, "callback");
        assertThat(SIMULATORS.aitu().received().totals().tokenRequests()).isZero();
    }

    @ParameterizedTest
    @MethodSource("finalFailures")
    void whenAFailureOfTheCheckComesByTheAdapterThenThePartnerLearnsIt(CoidFailure failure, String language) {
        SIMULATORS.aitu().change("{\"coidFailures\":\"ADAPTER\"}");
        Partner partner = beginIn(language);
        identify(failure.iin());

        explained(partner, failure, "adapter");
    }

    private static void explained(Partner partner, CoidFailure failure, String way) {
        String code = CATALOGUE.matching(Family.COID, failure.message()).orElseThrow().code();
        assertThat(browser.heading()).isEqualTo(partner.failed);
        says(Family.COID, code, partner.name());
        browser.look(partner.name(), "partner-" + way + "-" + code);
    }

    @ParameterizedTest
    @EnumSource(value = Partner.class, names = "ru")
    void whenAFailureOfTheCheckLeadsToNoCallbackThenTheIdentificationExpiresAndThePartnerIsTold(Partner partner) throws Exception {
        SIMULATORS.aitu().change("{\"coidFailures\":\"NONE\"}");
        SIMULATORS.partner().change("{\"client\":\"hooked\",\"password\":\"hooked\"}");
        beginIn(partner.name());
        for (CoidFailure failure : CoidFailure.values()) {
            identify(failure.iin());
            failedAtAitu(failure);
            browser.press("Указать другой ИИН");
        }
        identify(CoidFailure.PHOTO.iin());
        browser.press("Попробовать ещё раз").press("Пройти проверку");
        failedAtAitu(CoidFailure.PHOTO);
        assertThat(browser.press("Вернуться на сайт партнёра").heading()).isEqualTo("Вы вышли");
        assertThat(SIMULATORS.aitu().received().totals().callbacks()).isEmpty();

        UUID id = newest();
        expire(id);

        await().untilAsserted(() -> assertThat(announced(id)).hasSize(1));
        assertThat(announced(id).get(0).path("state").asText()).isEqualTo("expired");
        assertThat(announced(id).get(0).at("/failure/code").asText()).isEqualTo("EID-EXPIRED");
        browser.open(SIMULATORS.partner().home() + "result/" + id);
        assertThat(browser.heading()).isEqualTo(partner.failed);
        says(Family.AITU_AUTHORIZATION, "EID-EXPIRED", partner.name());
        browser.look(partner.name(), "partner-expired");
    }

    private static void failedAtAitu(CoidFailure failure) {
        assertThat(browser.heading()).isEqualTo("Проверка не пройдена");
        // Of two of them the page shows the beginning only.
        assertThat(browser.text().lines()).anyMatch(failure.message()::startsWith);
    }

    private UUID newest() {
        return jdbc.sql("select id from identification where client = 'hooked' order by created_at desc fetch first row only")
                .query(UUID.class).single();
    }

    /** Its time is over. */
    private void expire(UUID id) {
        assertThat(jdbc.sql("update identification set due_at = current_timestamp - interval '1' second where id = :id and state = 'at-aitu'")
                .param("id", id).update()).isEqualTo(1);
    }

    private static List<JsonNode> announced(UUID id) throws Exception {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> told = new ArrayList<>();
        for (var request : WEBHOOK.requests()) {
            JsonNode document = json.readTree(request.body());
            if (document.path("id").asText().equals(id.toString())) {
                told.add(document);
            }
        }
        return told;
    }

    @Test
    void whenTheUserWithoutJavaScriptIsIdentifiedThenThePartnerHasTheResult() {
        try (Browser plain = Browser.withoutJavaScript("en")) {
            Partner partner = begin(plain, "en");
            plain.fill("ИИН", SOMEBODY).press("Продолжить").press("Пройти проверку");

            assertThat(plain.heading()).isEqualTo(partner.result);
        }
    }
}
