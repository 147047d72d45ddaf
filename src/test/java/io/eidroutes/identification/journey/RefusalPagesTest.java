package io.eidroutes.identification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Family;
import io.eidroutes.simulator.scenario.Disturbance;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.web.Caller;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WebElement;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Each refusal of ours as a person with a phone meets it, the languages in turn (that a page says the same in each is tried
 * where pages are made); none of them leads to a token request.
 */
class RefusalPagesTest extends BrowserTest {

    private static final String NOBODYS = "A".repeat(43);

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nothingWasExchanged() {
        assertThat(SIMULATORS.aitu().received().totals().tokenRequests()).isZero();
    }

    /** The page is the same for each of them, so one language each will do. */
    static Stream<Arguments> malformed() {
        return Stream.of(Arguments.of("code=a&error=b", "ru"), Arguments.of("code=a&code=b", "kk"), Arguments.of("code=%00", "en"),
                Arguments.of("", "ru"), Arguments.of("code=" + "a".repeat(5000), "kk"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whenACallbackIsMalformedThenThePageSaysSo(String query, String language) {
        browser.speak(language).open(application() + "/aitu/callback?" + query + "&state=" + NOBODYS);

        refused(language, "EID-CALLBACK-MALFORMED");
    }

    @ParameterizedTest
    @CsvSource({"EID-STATE-MISSING, '', kk", "EID-STATE-UNKNOWN, &state=invented, en"})
    void whenACallbackIsNoAnswerOfOursThenThePageSaysSo(String code, String state, String language) {
        browser.speak(language).open(application() + "/aitu/callback?code=a" + state);

        refused(language, code);
    }

    @ParameterizedTest
    @ValueSource(strings = "ru")
    void whenACallbackComesASecondTimeThenThePageSaysSo(String language) throws Exception {
        atAitu(language);
        browser.speak(language);
        comeBack("error=access_denied");
        comeBack("error=access_denied");

        refused(language, "EID-STATE-USED");
    }

    @ParameterizedTest
    @ValueSource(strings = "kk")
    void whenTheAnswerWithTheTicketWasLostThenThePageLeadsOn(String language) throws Exception {
        Begun begun = begun("{\"locale\":\"" + language + "\",\"return_url\":\"" + SIMULATORS.partner().returnUrl() + "\"}");
        browser.open(begun.startUrl());
        set("authorization_attempt set status = 'identified' where identification_id", begun);
        set("identification set state = 'ready' where id", begun);
        browser.speak(language);
        comeBack("code=a");

        says(Family.AITU_AUTHORIZATION, "EID-STATE-USED", language);
        WebElement link = browser.driver().findElement(By.cssSelector("a.button"));
        assertThat(link.getAttribute("href")).startsWith(SIMULATORS.partner().returnUrl())
                .contains("id=" + begun.id(), "result_ticket=");
        look(language, "lost-answer");
    }

    @ParameterizedTest
    @ValueSource(strings = "en")
    void whenTheTimeOfAnAttemptIsOverThenThePageSaysSo(String language) throws Exception {
        Begun begun = atAitu(language);
        set("authorization_attempt set expires_at = current_timestamp - interval '1' second where identification_id", begun);
        comeBack("code=a");

        refused(language, "EID-STATE-EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = "ru")
    void whenTheBrowserHasNoCookieThenThePageSaysSo(String language) throws Exception {
        atAitu(language);
        browser.forgetCookies();
        comeBack("code=a");

        refused(language, "EID-COOKIE-MISSING");
    }

    @ParameterizedTest
    @ValueSource(strings = "kk")
    void whenTheCookieIsAnothersThenThePageSaysSo(String language) throws Exception {
        atAitu(language);
        Cookie own = browser.cookies().stream().filter(cookie -> cookie.getName().startsWith("eid-")).findFirst().orElseThrow();
        browser.forgetCookies().driver().manage().addCookie(new Cookie(own.getName(), NOBODYS));
        comeBack("code=a");

        refused(language, "EID-COOKIE-FOREIGN");
    }

    @ParameterizedTest
    @ValueSource(strings = "en")
    void whenTheCallbackIsAnotherIssuersThenThePageSaysSo(String language) throws Exception {
        atAitu(language);
        comeBack("code=a&iss=https://stranger.example");

        refused(language, "EID-ISSUER-WRONG");
    }

    @ParameterizedTest
    @ValueSource(strings = "ru")
    void whenTheLinkIsUnknownThenThePageSaysSo(String language) {
        browser.speak(language).open(application() + "/identifications/start/" + NOBODYS);

        refused(language, "EID-TICKET-UNKNOWN");
    }

    @ParameterizedTest
    @ValueSource(strings = "kk")
    void whenTheLinkIsTooOldThenThePageSaysSo(String language) throws Exception {
        Begun begun = begin(language);
        set("identification set ticket_until = current_timestamp - interval '1' second where id", begun);
        browser.open(begun.startUrl());

        refused(language, "EID-TICKET-EXPIRED");
    }

    @ParameterizedTest
    @ValueSource(strings = "en")
    void whenALinkWasTriedTooOftenThenThePageSaysSo(String language) throws Exception {
        Begun begun = begin(language);
        set("identification set attempts = 10 where id", begun);
        browser.open(begun.startUrl());

        refused(language, "EID-TOO-MANY-ATTEMPTS");
    }

    @ParameterizedTest
    @ValueSource(strings = "ru")
    void whenTheIdentificationHasEndedThenThePageSaysSo(String language) throws Exception {
        Begun begun = begin(language);
        browser.speak(language);
        Caller.send(HttpRequest.newBuilder(URI.create(application() + "/api/v1/identifications/" + begun.id())).DELETE(),
                "Authorization", Caller.basic("partner", "partner"));
        browser.open(begun.startUrl());

        refused(language, "EID-ENDED");
    }

    @ParameterizedTest
    @CsvSource({"400, AITU_TOKEN, EID-TRUSTED-PHONE-REFUSED, kk", "503, TRANSPORT, gateway-error, en"})
    void whenThePhoneCannotBeMadeKnownThenNoSettingIsNamed(int status, Family family, String code, String language) throws Exception {
        SIMULATORS.aitu().next(Scenario.on(Operation.TRUSTED_PHONE, Disturbance.Http.status(status)));
        browser.open(begun("{\"locale\":\"" + language + "\",\"phone\":\"" + PHONE + "\",\"phone_verified\":true}").startUrl());
        browser.pressButton();

        assertThat(browser.text()).contains(CATALOGUE.find(family, code).message().in(language)).doesNotContain("DNS");
        look(language, "phone-" + code);
    }

    /** The user stands at Aitu Passport. */
    private static Begun atAitu(String language) throws Exception {
        Begun begun = begin(language);
        browser.open(begun.startUrl());
        assertThat(browser.heading()).isEqualTo("Введите ваш ИИН");
        return begun;
    }

    /** The browser comes back with these parameters and the state of the last link. */
    private static void comeBack(String parameters) {
        var links = SIMULATORS.aitu().received().authorizations();
        browser.open(application() + "/aitu/callback?" + parameters + "&state="
                + Caller.encode(links.get(links.size() - 1).parameters().get("state")));
    }

    private void set(String statement, Begun begun) {
        assertThat(jdbc.sql("update " + statement + " = :id").param("id", begun.id()).update()).isEqualTo(1);
    }

    private static void refused(String language, String code) {
        says(Family.AITU_AUTHORIZATION, code, language);
        assertThat(browser.source()).doesNotContain("EID-");
        look(language, "refusal-" + code);
    }
}
