package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What looks ahead without a user begins nothing. */
class PrefetchTest extends IdentificationTest {

    @Test
    void whenItIsAHeadRequestThenNothingBegins() throws Exception {
        Begun begun = begin();

        HttpResponse<String> answer = browser().send("HEAD", begun.startPath());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(state(begun)).isEqualTo("created");
    }

    @ParameterizedTest
    @CsvSource({"Sec-Purpose,prefetch", "Sec-Purpose,prefetch;prerender", "Purpose,prefetch", "X-Moz,prefetch", "X-Purpose,preview"})
    void whenABrowserLooksAheadThenNothingBegins(String header, String value) throws Exception {
        Begun begun = begin();

        HttpResponse<String> answer = browser().get(begun.startPath(), header, value);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(state(begun)).isEqualTo("created");
    }
}
