package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.HtmlUtils;

/** What Aitu Passport reports in a callback ends the attempt with its code, kind and words, and no token request. */
class AuthorizationErrorTest extends IdentificationTest {

    static Stream<CatalogueEntry> documented() {
        return Catalogue.load().entries().stream().filter(entry -> entry.family() == Family.AITU_AUTHORIZATION)
                .filter(entry -> !entry.code().startsWith("EID-") && !entry.code().equals(Catalogue.OTHERWISE));
    }

    @ParameterizedTest
    @MethodSource("documented")
    void whenADocumentedErrorComesThenThePartnerLearnsIt(CatalogueEntry entry) throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        String query = entry.match().isEmpty() ? "error=" + entry.code() + "&error_description=their+words"
                : "error=invalid_request&error_description=x+" + entry.match().get(0).toUpperCase().replace(" ", "+") + "+y";

        HttpResponse<String> back = browser.callback(query);

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Browser.location(back)).isEqualTo(RETURN_URL + "&id=" + begun.id());
        assertThat(browser.cookies()).isEmpty();
        JsonNode failure = read(begun).path("failure");
        assertThat(state(begun)).isEqualTo("failed");
        assertThat(failure.path("family").asText()).isEqualTo("aitu-authorization");
        assertThat(failure.path("code").asText()).isEqualTo(entry.code());
        assertThat(failure.path("kind").asText()).isEqualTo(entry.kind().label());
        assertThat(failure.path("advice").asText()).isEqualTo(entry.advice().en());
        assertThat(failure.at("/reported/message").asText()).isNotEmpty();
        assertThat(people.announcements()).hasSize(1);
        assertThat(aitu.codes()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documented")
    void whenThereIsNoReturnUrlThenOurPageShowsTextAndAdviceInEachLanguage(CatalogueEntry entry) throws Exception {
        for (String language : List.of("ru", "kk", "en")) {
            Browser browser = browser().start(begin("shop", "{\"locale\":\"" + language + "\"}").startPath());
            String query = entry.match().isEmpty() ? "error=" + entry.code() : "error=x&error_description=" + entry.match().get(0).replace(" ", "+");
            String target = Browser.location(browser.callback(query));
            assertThat(target).startsWith(PUBLIC_URL + "/identifications/outcome?outcome=failed&");

            HttpResponse<String> page = browser.get(target.substring(PUBLIC_URL.length()));

            assertThat(page.statusCode()).isEqualTo(200);
            assertThat(HtmlUtils.htmlUnescape(page.body())).contains(entry.message().in(language), entry.advice().in(language),
                    "lang=\"" + language + "\"");
        }
    }

    @Test
    void whenTheErrorIsUnknownThenItsCodeIsKeptVerbatimForThePartnerAlone() throws Exception {
        Begun begun = begin("shop", "{}");
        Browser browser = browser().start(begun.startPath());

        String target = Browser.location(browser.callback("error=no_such_error&error_description=%D0%A2%D0%B0%D0%B9%D0%BD%D0%B0"));

        JsonNode failure = read(begun).path("failure");
        assertThat(failure.path("kind").asText()).isEqualTo("unknown");
        assertThat(failure.at("/reported/code").asText()).isEqualTo("no_such_error");
        assertThat(failure.at("/reported/message").asText()).isEqualTo("Тайна");
        assertThat(target).endsWith("&code=otherwise&language=ru").doesNotContain("no_such_error");
        assertThat(jdbc.sql("select failure_code from identification where id = :id").param("id", begun.id())
                .query(String.class).single()).isEqualTo("other");
    }

    @Test
    void whenTheErrorPretendsToBeOursThenItIsUnknown() throws Exception {
        Begun begun = begin();

        browser().start(begun.startPath()).callback("error=EID-CANCELLED");

        assertThat(read(begun).at("/failure/kind").asText()).isEqualTo("unknown");
    }

    @Test
    void whenTheExchangeFailsThenTheCodeIsNotSentAgainAndThePartnerLearnsWhy() throws Exception {
        Begun begun = begin();
        aitu.tokenFailure = Optional.of(Failure.of(Family.TRANSPORT, "read-timeout"));
        Browser browser = browser().start(begun.startPath());

        assertThat(Browser.location(browser.callback("code=once"))).isEqualTo(RETURN_URL + "&id=" + begun.id());

        assertThat(state(begun)).isEqualTo("failed");
        assertThat(read(begun).at("/failure/code").asText()).isEqualTo("read-timeout");
        assertThat(aitu.codes()).containsExactly("once");
    }
}
