package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A callback that no provider sends is refused, and the genuine one still works. */
class MalformedCallbackTest extends IdentificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"code=a&code=b&state=S", "code=a&state=S&state=S", "code=a&state=S&state=x", "code=a&error=access_denied&state=S",
        "state=S", "", "code=&state=S", "error=&state=S", "code=a&state=S&iss=a&iss=a", "code=a&state=S&x=1&x=2",
        "error=a&error=b&state=S", "error=a&error_description=b&error_description=c&state=S",
        "code=%C3%28&state=S", "code=%00&state=S", "code=%0d%0aLocation:x&state=S", "code=%D0%B0&state=S", "error=%22&state=S",
        "error=a&error_description=%07&state=S", "%63ode=a&code=b&state=S"})
    void whenTheParametersAreWrongThenRefused(String query) throws Exception {
        Browser browser = browser().start(begin().startPath());

        page(browser.get("/aitu/callback?" + query.replace("=S", "=" + browser.state())), 400, "Ответ Aitu Passport пришёл в повреждённом виде");

        assertThat(aitu.codes()).isEmpty();
        assertThat(browser.callback("code=genuine").statusCode()).isEqualTo(303);
    }

    @Test
    void whenAParameterIsTooLongThenRefused() throws Exception {
        Browser browser = browser().start(begin().startPath());

        page(browser.callback("code=" + "a".repeat(4097)), 400, "Ответ Aitu Passport пришёл в повреждённом виде");
        page(browser.callback("error=" + "a".repeat(201)), 400, "Ответ Aitu Passport пришёл в повреждённом виде");
        page(browser.callback("code=a&iss=" + "a".repeat(501)), 400, "Ответ Aitu Passport пришёл в повреждённом виде");
        HttpResponse<String> huge = browser.callback("code=" + "a".repeat(100_000));
        assertThat(huge.statusCode()).isBetween(400, 499);
        assertThat(huge.body()).doesNotContain("Exception", "Tomcat", "aaaa");

        assertThat(aitu.codes()).isEmpty();
        assertThat(browser.callback("code=genuine").statusCode()).isEqualTo(303);
    }

    @Test
    void whenThereAreTooManyParametersThenRefused() throws Exception {
        Browser browser = browser().start(begin().startPath());
        StringBuilder query = new StringBuilder("code=a");
        for (int i = 0; i < 30; i++) {
            query.append("&p").append(i).append("=1");
        }

        page(browser.callback(query.toString()), 400, "Ответ Aitu Passport пришёл в повреждённом виде");
        assertThat(aitu.codes()).isEmpty();
    }

    @Test
    void whenItIsPostedThenThereIsNoSuchCall() throws Exception {
        Browser browser = browser().start(begin().startPath());

        assertThat(browser.send("POST", "/aitu/callback?code=a&state=" + browser.state()).statusCode()).isBetween(400, 499);
        assertThat(aitu.codes()).isEmpty();
    }
}
