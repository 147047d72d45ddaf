package io.eidroutes.simulator.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.aitu.CoidFailure;
import io.eidroutes.simulator.browser.Browser;
import io.eidroutes.simulator.web.Reply;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stand-ins' pages in a real browser. */
class DemonstrationPagesTest {

    private static Browser browser;
    private Simulators simulators;
    private FakeApplication application;

    @BeforeAll
    static void open() {
        browser = Browser.speaking("ru").phone();
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void start() {
        simulators = Simulators.start(0);
        application = new FakeApplication(simulators);
    }

    @AfterEach
    void stop() {
        application.close();
        simulators.close();
    }

    @Test
    void whenANewcomerClicksThroughThenTheResultIsShown() {
        browser.open(simulators.partner().home().replace("127.0.0.1", "localhost"));
        look("partner-home");
        browser.press("Войти через Aitu Passport");
        assertThat(browser.heading()).isEqualTo("Введите ваш ИИН");
        look("aitu-iin");
        browser.fill("ИИН", "12").press("Продолжить");
        assertThat(browser.text()).contains("12 цифр");
        look("aitu-iin-wrong");
        browser.fill("ИИН", "900517400019").press("Продолжить");
        assertThat(browser.heading()).isEqualTo("Видео-проверка");
        look("aitu-face");
        browser.press("Пройти проверку");
        assertThat(browser.heading()).isEqualTo("Вы вошли");
        assertThat(browser.text()).contains("ТЕСТОВА АЛИЯ СЕРИКОВНА", "900517400019", "УДОСТОВЕРЕНИЕ РК 000000001");
        assertThat(browser.url()).startsWith(simulators.partner().home() + "result/");
        look("partner-result");
        browser.press("Выйти и удалить данные");
        assertThat(browser.heading()).isEqualTo("Интернет-банк");
        assertThat(application.calls()).anyMatch(call -> call.startsWith("DELETE "));
    }

    @Test
    void whenATestIinIsTypedThenItsMessageIsShownAndReachesThePartner() {
        browser.open(simulators.partner().home()).press("Войти через Aitu Passport")
                .fill("ИИН", CoidFailure.PHOTO.iin()).press("Продолжить").press("Пройти проверку");
        assertThat(browser.text()).contains(CoidFailure.PHOTO.message());
        look("aitu-failed");
        browser.press("Указать другой ИИН").fill("ИИН", CoidFailure.UNAVAILABLE.iin()).press("Продолжить").press("Пройти проверку");
        assertThat(browser.text()).contains("Ошибка на сервисе государственного органа").doesNotContain("не доступен");
        browser.press("Попробовать ещё раз").press("Пройти проверку").press("Вернуться на сайт партнёра");
        assertThat(browser.heading()).isEqualTo("Войти не удалось");
        assertThat(browser.text()).contains(CoidFailure.UNAVAILABLE.message());
        look("partner-failed");
    }

    @Test
    void whenTheLinkIsWrongThenAPageSaysSo() {
        browser.open(simulators.aitu().base() + "/oauth2/auth?client_id=unknown");
        assertThat(browser.text()).contains("client_id_is_not_valid");
        look("aitu-wrong-link");
    }

    @Test
    void whenTheDataComeLateThenThePageReloadsByItself() {
        browser.open(simulators.partner().home());
        browser.press("Войти через Aitu Passport").fill("ИИН", "900517400019").press("Продолжить");
        application.answerAlways(Reply.json(202, Map.of()));
        browser.press("Пройти проверку");
        assertThat(browser.heading()).isEqualTo("Данные ещё запрашиваются");
        look("partner-waiting");
        application.answerAgain();
        await().untilAsserted(() -> assertThat(browser.title()).isEqualTo("Вы вошли"));
    }

    @Test
    void whenTheBrowserRunsNoScriptAndIsSmallThenAllWorksToo() {
        try (Browser plain = Browser.withoutJavaScript("kk")) {
            plain.phone().open(simulators.partner().home()).press("Aitu Passport арқылы кіру");
            plain.fill("ИИН", "900517400019").press("Продолжить").press("Пройти проверку");
            assertThat(plain.heading()).isEqualTo("Сіз кірдіңіз");
            assertThat(plain.language()).isEqualTo("kk");
            plain.screenshot("partner-result-kk-small");
        }
    }

    @Test
    void whenTheSessionIsAnotherBrowsersThenTheResultIsNotShown() {
        browser.open(simulators.partner().home()).press("Войти через Aitu Passport")
                .fill("ИИН", "900517400019").press("Продолжить").press("Пройти проверку");
        String result = browser.url();
        try (Browser other = Browser.speaking("en")) {
            other.open(simulators.partner().home()).open(result);
            assertThat(other.heading()).isEqualTo("This sign-in did not begin here");
            other.screenshot("partner-stranger-en");
        }
    }

    private static void look(String name) {
        browser.look("ru", name);
    }
}
