package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** An attempt's cookie is good for that attempt alone. */
class ForeignCookieTest extends IdentificationTest {

    @Test
    void whenTheCookieIsOfAnotherAttemptThenRefused() throws Exception {
        Browser genuine = browser().start(begin().startPath());
        Browser other = browser().start(begin().startPath());
        String name = genuine.cookies().keySet().iterator().next();
        String value = other.cookies().values().iterator().next();

        page(browser().get("/aitu/callback?code=stolen&state=" + genuine.state(), "Cookie", name + "=" + value), 403,
                "Этот ответ предназначен для другого браузера");
        page(browser().get("/aitu/callback?code=stolen&state=" + genuine.state(), "Cookie", name + "="), 403,
                "Этот ответ предназначен для другого браузера");

        assertThat(aitu.codes()).isEmpty();
        assertThat(genuine.callback("code=genuine").statusCode()).isEqualTo(303);
    }

    @Test
    void whenAttackersCodeIsInjectedWithTheirStateThenRefused() throws Exception {
        Browser attacker = browser().start(begin().startPath());
        Browser victim = browser().start(begin().startPath());

        HttpResponse<String> answer = victim.get("/aitu/callback?code=of-attacker&state=" + attacker.state());

        page(answer, 403, "Идентификация была начата в другом браузере");
        assertThat(aitu.codes()).isEmpty();
    }
}
