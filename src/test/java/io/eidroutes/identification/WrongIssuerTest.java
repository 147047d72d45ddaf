package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer that names another issuer is refused (RFC 9207 §2.4), before the state is spent. */
class WrongIssuerTest extends IdentificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", ISSUER + "/", "HTTPS://issuer.example"})
    void whenTheIssuerIsAnotherThenRefused(String issuer) throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());

        page(browser.callback("code=of-another&iss=" + issuer), 403, "Ответ пришёл не от Aitu Passport");
        page(browser.callback("error=access_denied&iss=" + issuer), 403, "Ответ пришёл не от Aitu Passport");

        assertThat(aitu.codes()).isEmpty();
        assertThat(state(begun)).isEqualTo("at-aitu");
    }

    @Test
    void whenTheIssuerIsRightThenTaken() throws Exception {
        Browser browser = browser().start(begin().startPath());

        assertThat(browser.callback("code=genuine&iss=https%3A%2F%2Fissuer.example").statusCode()).isEqualTo(303);
        assertThat(aitu.codes()).containsExactly("genuine");
    }
}
