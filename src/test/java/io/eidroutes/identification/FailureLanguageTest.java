package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Family;
import java.net.http.HttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partner can tell its user why there is no result in the user's language. */
class FailureLanguageTest extends IdentificationTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"ru|ru", "kk-KZ,ru;q=0.8|kk", "de,ru;q=0.5|ru", "en-GB|en", "de|en", "*|en", ";;=|en", "''|en"})
    void whenTheCallerAcceptsALanguageThenTheFailureIsToldInIt(String accepted, String language) throws Exception {
        Begun begun = begin();
        browser().start(begun.startPath()).callback("error=access_denied");

        HttpResponse<String> answer = call("shop", "/" + begun.id(), "GET", "", "Accept-Language", accepted);

        CatalogueEntry entry = Catalogue.load().find(Family.AITU_AUTHORIZATION, "access_denied");
        JsonNode failure = JSON.readTree(answer.body()).path("failure");
        assertThat(failure.path("message").asText()).isEqualTo(entry.message().in(language));
        assertThat(failure.path("advice").asText()).isEqualTo(entry.advice().in(language));
    }
}
