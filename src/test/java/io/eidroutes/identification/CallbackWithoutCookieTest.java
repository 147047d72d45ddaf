package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A callback in a browser that did not begin the attempt is refused, and the genuine one still works. */
class CallbackWithoutCookieTest extends IdentificationTest {

    @Test
    void whenTheBrowserHasNoCookieThenRefused() throws Exception {
        Begun begun = begin();
        Browser genuine = browser().start(begun.startPath());
        double before = failures("aitu-authorization", "EID-COOKIE-MISSING");

        page(browser().get("/aitu/callback?code=stolen&state=" + genuine.state()), 403, "Идентификация была начата в другом браузере");

        assertThat(aitu.codes()).isEmpty();
        assertThat(failures("aitu-authorization", "EID-COOKIE-MISSING")).isEqualTo(before + 1);
        assertThat(genuine.callback("code=genuine").statusCode()).isEqualTo(303);
        assertThat(aitu.codes()).containsExactly("genuine");
    }

    @Test
    void whenTheCookieStandsInTheQueryThenRefused() throws Exception {
        Browser attacker = browser().start(begin().startPath());
        String cookie = attacker.cookies().entrySet().iterator().next().toString().replace("=", "%3D");

        page(browser().get("/aitu/callback?code=the-code&Cookie=" + cookie + "&state=" + attacker.state()), 403,
                "Идентификация была начата в другом браузере");
        assertThat(aitu.codes()).isEmpty();
    }
}
