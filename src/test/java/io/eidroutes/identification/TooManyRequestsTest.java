package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Family;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** One address asks for so many pages a minute and no more; the partners' calls do not count. */
@TestPropertySource(properties = "eid.identification.requests-per-minute=10")
class TooManyRequestsTest extends IdentificationTest {

    @Test
    void whenAnAddressAsksTooOftenThenAPageSaysSo() throws Exception {
        Begun begun = begin();
        HttpResponse<String> last = null;
        for (int i = 0; i < 25; i++) {
            last = browser().get("/identifications/outcome", "X-Forwarded-For", "10.0.0." + i);
        }

        page(last, 429, "Слишком много запросов с вашего адреса");
        assertThat(last.headers().firstValue("Retry-After")).contains("60");
        assertThat(last.headers().firstValue("Content-Security-Policy")).isPresent();
        assertThat(state(begun)).isEqualTo("created");
        assertThat(failures("aitu-authorization", "EID-TOO-MANY-REQUESTS")).isPositive();
    }

    @Test
    void whenAPersonWithAPhoneIsRefusedThenThePageIsInTheirLanguageAndLooksAsTheOthersDo() {
        try (var browser = io.eidroutes.simulator.browser.Browser.speaking("ru").phone()) {
            for (String language : List.of("ru", "kk", "en")) {
                browser.speak(language);
                String said = Catalogue.load().find(Family.AITU_AUTHORIZATION, "EID-TOO-MANY-REQUESTS").message().in(language);

                // A new minute may begin at any moment.
                await().until(() -> browser.open("http://127.0.0.1:" + port + "/identifications/outcome").text().contains(said));

                browser.look(language, "refusal-EID-TOO-MANY-REQUESTS");
                assertThat(browser.driver().executeScript("return getComputedStyle(document.querySelector('.message')).borderLeftStyle"))
                        .isEqualTo("solid");
            }
        }
    }
}
