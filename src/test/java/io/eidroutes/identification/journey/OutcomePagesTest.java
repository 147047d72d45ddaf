package io.eidroutes.identification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Family;
import io.eidroutes.simulator.aitu.CoidFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Our own pages before and after Aitu Passport, for a partner that has none: on a phone, in each language. */
class OutcomePagesTest extends BrowserTest {

    @ParameterizedTest
    @CsvSource({"ru, Идентификация пройдена", "kk, Сәйкестендіруден өттіңіз", "en, You are identified"})
    void whenTheUserIsIdentifiedThenThePageSaysSoAndTheLinkIsOver(String language, String heading) throws Exception {
        Begun begun = begin(language);
        browser.open(begun.startUrl());
        identify(SOMEBODY);

        assertThat(browser.url()).isEqualTo(application() + "/identifications/outcome?outcome=ready&language=" + language);
        assertThat(browser.heading()).isEqualTo(heading);
        look(language, "outcome-ready");
        browser.speak(language).open(begun.startUrl());
        says(Family.AITU_AUTHORIZATION, "EID-ALREADY-IDENTIFIED", language);
        look(language, "refusal-EID-ALREADY-IDENTIFIED");
    }

    @Test
    void whenTheDataAreNotThereYetThenThePageSaysSoInEachLanguage() throws Exception {
        SIMULATORS.aitu().change("{\"coidFailures\":\"ADAPTER\"}");
        browser.open(begin("ru").startUrl());
        identify(CoidFailure.UNAVAILABLE.iin());
        String page = application() + "/identifications/outcome?outcome=under-way&language=";
        assertThat(browser.url()).isEqualTo(page + "ru");
        assertThat(browser.heading()).isEqualTo("Личность подтверждена");

        for (String language : LANGUAGES) {
            browser.open(page + language);
            look(language, "outcome-under-way");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = "kk")
    void whenTheAdapterRefusesThenThePageExplainsIt(String language) throws Exception {
        SIMULATORS.aitu().change("{\"coidFailures\":\"ADAPTER\"}");
        browser.open(begin(language).startUrl());
        identify(CoidFailure.FORBIDDEN.iin());

        says(Family.COID, "access-denied", language);
        look(language, "outcome-failed");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whenTheUrlNamesNoOutcomeThenThePageSendsTheUserBack(String language) {
        browser.speak(language).open(application() + "/identifications/outcome");

        look(language, "outcome-unknown");
    }

    @ParameterizedTest
    @CsvSource({"ru, Продолжить", "kk, Жалғастыру", "en, Continue"})
    void whenThePartnerVerifiedThePhoneThenAPageWithAButtonComesFirst(String language, String button) throws Exception {
        browser.open(begun("{\"locale\":\"" + language + "\",\"phone\":\"" + PHONE + "\",\"phone_verified\":true}").startUrl());

        assertThat(SIMULATORS.aitu().received().totals().trustedPhones()).isZero();
        look(language, "start");
        assertThat(browser.press(button).heading()).isEqualTo("Введите ваш ИИН");
        assertThat(SIMULATORS.aitu().received().totals().trustedPhones()).isEqualTo(1);
        identify(SOMEBODY);
        assertThat(browser.url()).endsWith("/identifications/outcome?outcome=ready&language=" + language);
    }
}
