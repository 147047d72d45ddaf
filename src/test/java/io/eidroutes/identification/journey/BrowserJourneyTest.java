package io.eidroutes.identification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.aitu.CoidFailure;
import io.eidroutes.simulator.browser.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A user with Chromium, from the partner's page to the result. */
class BrowserJourneyTest extends JourneyTest {

    private static final String SOMEBODY = "900517400019";

    private static Browser russian;

    @BeforeAll
    static void open() {
        russian = Browser.speaking("ru");
    }

    @AfterAll
    static void close() {
        if (russian != null) {
            russian.close();
        }
    }

    /** The browser, as if nobody had used it. */
    private static Browser russian() {
        return russian.open(SIMULATORS.partner().home()).forgetCookies();
    }

    @ParameterizedTest
    @CsvSource({"ru, Войти через Aitu Passport, Вы вошли",
        "kk, Aitu Passport арқылы кіру, Сіз кірдіңіз",
        "en, Sign in with Aitu Passport, You are signed in"})
    void whenAUserIsIdentifiedThenThePartnerHasTheResult(String language, String button, String heading) {
        try (Browser browser = Browser.speaking(language)) {
            browser.open(SIMULATORS.partner().home()).press(button);
            identify(browser, SOMEBODY);

            browser.screenshot("journey-result-" + language);
            assertThat(browser.heading()).isEqualTo(heading);
            assertThat(browser.text()).contains(SOMEBODY);
            assertThat(browser.url()).startsWith(SIMULATORS.partner().home()).doesNotContain(SOMEBODY);
            assertThat(SIMULATORS.aitu().received().totals().mostRequestsForOneCode()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource(CoidFailure.class)
    void whenAFailureOfTheCheckComesByTheCallbackThenThePartnerLearnsIt(CoidFailure failure) {
        SIMULATORS.aitu().change("{\"coidFailures\":\"CALLBACK\"}");
        Browser browser = russian();
        browser.open(SIMULATORS.partner().home()).press("Войти через Aitu Passport");
        identify(browser, failure.iin());
        browser.press("Вернуться на сайт партнёра");

        browser.screenshot("journey-callback-" + failure.iin());
        assertThat(browser.heading()).isEqualTo("Войти не удалось");
        assertThat(SIMULATORS.aitu().received().totals().tokenRequests()).isZero();
    }

    @ParameterizedTest
    @EnumSource(value = CoidFailure.class, names = {"UNAVAILABLE"}, mode = EnumSource.Mode.EXCLUDE)
    void whenAFailureOfTheCheckComesByTheAdapterThenThePartnerLearnsIt(CoidFailure failure) {
        SIMULATORS.aitu().change("{\"coidFailures\":\"ADAPTER\"}");
        Browser browser = russian();
        browser.open(SIMULATORS.partner().home()).press("Войти через Aitu Passport");
        identify(browser, failure.iin());

        browser.screenshot("journey-adapter-" + failure.iin());
        assertThat(browser.heading()).isEqualTo("Войти не удалось");
    }

    @Test
    void whenTheUserWithoutJavaScriptIsIdentifiedThenThePartnerHasTheResult() {
        try (Browser browser = Browser.withoutJavaScript("en")) {
            browser.open(SIMULATORS.partner().home()).press("Sign in with Aitu Passport");
            identify(browser, SOMEBODY);

            assertThat(browser.heading()).isEqualTo("You are signed in");
        }
    }

    /** Aitu's pages speak Russian whatever the browser speaks. */
    private static void identify(Browser browser, String iin) {
        browser.fill("ИИН", iin).press("Продолжить").press("Пройти проверку");
    }
}
