package io.eidroutes.identification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Family;
import io.eidroutes.simulator.aitu.Effects;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each error that a document names, from the start URL to the page that a person with a phone reads, in each language. */
class ReportedErrorPagesTest extends BrowserTest {

    @BeforeEach
    void identifyAtOnce() {
        SIMULATORS.aitu().change("{\"automaticIin\":\"" + SOMEBODY + "\"}");
    }

    /** Codes of the callback, and the texts in its description that stand for a code. */
    static Stream<CatalogueEntry> callbackErrors() {
        return CATALOGUE.entries().stream()
                .filter(entry -> entry.family() == Family.AITU_AUTHORIZATION && !entry.code().startsWith("EID-")
                        && !entry.code().equals(Catalogue.OTHERWISE)
                        || entry.family() == Family.COID && !entry.match().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("callbackErrors")
    void whenTheCallbackHasADocumentedErrorThenThePageExplainsIt(CatalogueEntry entry) throws Exception {
        String language = inTurn(entry.code().hashCode());
        comesBackWith(entry.match().isEmpty() ? entry.code() : "invalid_request",
                entry.match().stream().findFirst().orElse("their words"), language);

        says(entry.family(), entry.code(), language);
        look(language, "callback-" + entry.code());
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whenTheCallbackHasAnUnknownErrorThenThePageSaysWhatAPersonCanDo(String language) throws Exception {
        comesBackWith("no_such_error", "Тайна", language);

        says(Family.AITU_AUTHORIZATION, Catalogue.OTHERWISE, language);
        assertThat(browser.source()).doesNotContain("no_such_error", "Тайна");
        look(language, "callback-unknown");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whenTheExchangeIsRefusedThenNoSettingIsNamed(String language) throws Exception {
        SIMULATORS.aitu().next(Scenario.on(Operation.TOKEN, Effects.TokenError.of("invalid_client")));
        browser.open(begin(language).startUrl());

        says(Family.AITU_TOKEN, "invalid_client", language);
        look(language, "token-invalid_client");
    }

    /** The whole way, until the browser has left the callback's address. */
    private static void comesBackWith(String error, String description, String language) throws Exception {
        SIMULATORS.aitu().next(Scenario.on(Operation.CALLBACK, Effects.Callback.error(error, description)));
        Begun begun = begin(language);
        browser.open(begun.startUrl());
        assertThat(browser.url()).startsWith(application() + "/identifications/outcome?outcome=failed&")
                .endsWith("&language=" + language).doesNotContain(begun.id().toString());
        assertThat(browser.cookies()).isEmpty();
        assertThat(SIMULATORS.aitu().received().totals().tokenRequests()).isZero();
    }
}
