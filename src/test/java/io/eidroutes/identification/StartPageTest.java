package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Where the settings want it, a page says what is needed before the user goes to Aitu Passport. */
@TestPropertySource(properties = {"eid.identification.demand-issuer=true", "eid.identification.start-page=true"})
class StartPageTest extends IdentificationTest {

    @Test
    void whenTheStartUrlIsOpenedThenAPageComesFirstAndItsButtonLeadsOn() throws Exception {
        Begun begun = begin();
        Browser browser = browser();

        HttpResponse<String> page = browser.get(begun.startPath());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("не менее 100кб/сек", "<form method=\"post\">");
        assertThat(state(begun)).isEqualTo("created");
        assertThat(browser.leaves(browser.send("POST", begun.startPath())).link()).containsKey("state");
        assertThat(state(begun)).isEqualTo("at-aitu");
        assertThat(aitu.trustedPhones).isEmpty();
    }

    @Test
    void whenAPersonWithAPhoneOpensItThenThePageSaysWhatIsNeededInEachLanguage() throws Exception {
        try (var browser = io.eidroutes.simulator.browser.Browser.speaking("ru").phone()) {
            for (String language : new String[] {"ru", "kk", "en"}) {
                browser.open("http://127.0.0.1:" + port + begin("shop", "{\"locale\":\"" + language + "\"}").startPath());

                assertThat(browser.text()).contains("100");
                browser.look(language, "start-by-setting");
            }
        }
    }
}
