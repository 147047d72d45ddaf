package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A state that we never gave out is refused. */
class UnknownStateTest extends IdentificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x", "%27%20or%201=1", "%D0%B0"})
    void whenTheStateIsNotOursThenRefused(String state) throws Exception {
        page(browser().get("/aitu/callback?code=stolen&state=" + state), 400, "Этот ответ не относится ни к одной идентификации");
        page(browser().get("/aitu/callback?error=access_denied&state=" + state), 400, "Этот ответ не относится ни к одной идентификации");

        assertThat(aitu.codes()).isEmpty();
    }

    @Test
    void whenTheStateOfABrowserIsTamperedWithThenRefused() throws Exception {
        Browser browser = browser().start(begin().startPath());
        String state = browser.state();
        String tampered = (state.charAt(0) == 'A' ? 'B' : 'A') + state.substring(1);

        page(browser.get("/aitu/callback?code=stolen&state=" + tampered), 400, "Этот ответ не относится ни к одной идентификации");

        assertThat(aitu.codes()).isEmpty();
        assertThat(browser.callback("code=genuine").statusCode()).isEqualTo(303);
    }
}
