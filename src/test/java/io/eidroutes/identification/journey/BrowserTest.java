package io.eidroutes.identification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Family;
import io.eidroutes.simulator.aitu.CoidFailure;
import io.eidroutes.simulator.browser.Browser;
import io.eidroutes.simulator.web.Caller;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** A person with a phone: one Chromium for the tests of a class, which asks for one language after the other. */
abstract class BrowserTest extends JourneyTest {

    static final Catalogue CATALOGUE = Catalogue.load();
    static final List<String> LANGUAGES = List.of("ru", "kk", "en");
    /** Whom the stand-ins know, the adapter with these data. */
    static final String SOMEBODY = "900517400019";
    static final String PHONE = "77071234567";
    private static final String[] PERSONAL = Stream.concat(Stream.of(SOMEBODY, PHONE, "ТЕСТОВА", "СЕРИКОВНА", "ПРИМЕРНАЯ"),
            Arrays.stream(CoidFailure.values()).map(CoidFailure::iin)).toArray(String[]::new);

    static Browser browser;

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

    @AfterEach
    void forget() {
        browser.forgetCookies();
    }

    static Stream<String> languages() {
        return LANGUAGES.stream();
    }

    /** The languages in turn: that a page says the same in each is tried where pages are made. */
    static String inTurn(int number) {
        return LANGUAGES.get(Math.floorMod(number, LANGUAGES.size()));
    }

    /** An identification that the partner's backend began. */
    record Begun(UUID id, String startUrl) {
    }

    /** Without a return URL the way ends on our own page. */
    static Begun begin(String language) throws Exception {
        return begun("{\"locale\":\"" + language + "\"}");
    }

    static Begun begun(String json) throws Exception {
        HttpResponse<String> answer = Caller.postJson(application() + "/api/v1/identifications", json,
                "Authorization", Caller.basic("partner", "partner"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new Begun(UUID.fromString(Caller.json(answer).path("id").asText()), Caller.json(answer).path("start_url").asText());
    }

    /** Aitu's pages speak Russian whatever the browser speaks. */
    static void identify(String iin) {
        browser.fill("ИИН", iin).press("Продолжить").press("Пройти проверку");
    }

    /** The page is one of ours, a person with a phone can use it, and nothing about the person is in it or in its address. */
    static void look(String language, String name) {
        assertThat(browser.url()).startsWith(application() + "/").doesNotContain(PERSONAL);
        browser.look(language, name);
        assertThat(browser.source()).doesNotContain(PERSONAL).doesNotContain("<script", "??", "eid.", "Exception");
        assertThat(browser.title()).isEqualTo(browser.heading());
    }

    /** The page says what happened and, wherever a person can act on it, all of the advice. */
    static void says(Family family, String code, String language) {
        CatalogueEntry entry = CATALOGUE.find(family, code);
        assertThat(browser.text()).contains(entry.message().in(language));
        if (entry.adviceForOperator()) {
            assertThat(browser.text()).doesNotContain(entry.advice().in(language));
        } else {
            assertThat(browser.text()).contains(entry.advice().in(language).split("\n"));
        }
    }
}
