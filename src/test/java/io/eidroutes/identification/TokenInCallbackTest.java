package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens come from the token endpoint alone: those in a callback are nobody's (RFC 9700 §2.1.2 and §4.6). */
class TokenInCallbackTest extends IdentificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"access_token=stolen&token_type=Bearer", "id_token=a.b.c", "response=a.b.c"})
    void whenThereIsNoCodeThenRefused(String parameters) throws Exception {
        Browser browser = browser().start(begin().startPath());

        page(browser.callback(parameters), 400, "Ответ Aitu Passport пришёл в повреждённом виде");

        assertThat(aitu.codes()).isEmpty();
        assertThat(browser.callback("code=genuine").statusCode()).isEqualTo(303);
    }

    @Test
    void whenTheyComeBesideACodeThenTheyAreNotLookedAt() throws Exception {
        Browser browser = browser().start(begin().startPath());

        assertThat(browser.callback("code=genuine&access_token=stolen&id_token=stolen").statusCode()).isEqualTo(303);

        assertThat(aitu.codes()).containsExactly("genuine");
        assertThat(aitu.exchanges.get(0)).doesNotContainKeys("tokens", "access_token", "id_token").doesNotContainValue("stolen");
    }
}
