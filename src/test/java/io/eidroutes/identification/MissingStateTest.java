package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A callback that does not say what it answers is refused. */
class MissingStateTest extends IdentificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"code=stolen", "code=stolen&state=", "error=access_denied"})
    void whenThereIsNoStateThenRefused(String query) throws Exception {
        Browser browser = browser().start(begin().startPath());

        page(browser.get("/aitu/callback?" + query), 400, "В ответе Aitu Passport не сказано, на какой запрос он дан");

        assertThat(aitu.codes()).isEmpty();
        assertThat(browser.callback("code=genuine").statusCode()).isEqualTo(303);
    }
}
