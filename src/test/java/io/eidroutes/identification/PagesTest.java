package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages: in the language of the user, without script, and with nothing of the request in them. */
class PagesTest extends IdentificationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kk|kk", "en-GB,en;q=0.9|en", "ru-RU|ru", "fr,kk;q=0.5|kk", "fr|ru", "*|ru"})
    void whenTheBrowserSaysItsLanguageThenThePageIsInIt(String accepted, String language) throws Exception {
        HttpResponse<String> page = browser().get("/identifications/outcome?outcome=ready", "Accept-Language", accepted);

        assertThat(page.body()).contains("lang=\"" + language + "\"");
    }

    @Test
    void whenAPageIsShownThenItsPolicyIsStrict() throws Exception {
        HttpResponse<String> page = browser().get("/identifications/outcome?outcome=under-way");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'; "
                        + "form-action 'self' https: http://aitu.example");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
        assertThat(page.body()).contains("<meta name=\"viewport\"", "<main", "href=\"/identifications/page.css\"").doesNotContain("<script", "style=", "th:", "??");
        assertThat(browser().get("/identifications/page.css").statusCode()).isEqualTo(200);
        assertThat(browser().get("/identifications/icon.svg").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "outcome=failed", "outcome=%3Cscript%3E", "outcome=failed&family=coid&code=%3Cscript%3E", "outcome=failed&family=x&code=%ZZ",
        "outcome=ready&language=%3Cscript%3E", "outcome=a&outcome=b", "outcome=__${7*7}__", "outcome=failed&code=__${7*7}__"})
    void whenTheUrlIsMadeUpThenThePageHasTextsOfOursOnly(String query) throws Exception {
        HttpResponse<String> page = browser().get("/identifications/outcome?" + query.replace("%ZZ", "%2525ZZ").replace("$", "%24").replace("{", "%7B").replace("}", "%7D"));

        assertThat(page.statusCode()).isIn(200, 400);
        assertThat(page.body()).doesNotContain("<script", "%3C", "49", "7*7", "??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/identifications", "/identifications/", "/identifications/start", "/identifications/start/", "/identifications/start/a/b",
        "/identifications/../api/v1/identifications", "/identifications/application.yaml", "/aitu/callback/x"})
    void whenThereIsNoSuchPageThenNothingOfTheInsideIsShown(String path) throws Exception {
        HttpResponse<String> answer = browser().get(path);

        assertThat(answer.statusCode()).isIn(400, 401, 404);
        assertThat(answer.body()).doesNotContain("Exception", "eid:", "org.");
    }
}
