package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Nothing of a request says where a browser is sent or what it keeps. */
class CallbackRedirectTest extends IdentificationTest {

    private static final String[] STEERING = {"X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "http", "X-Forwarded-Prefix", "/evil",
        "Forwarded", "host=evil.example;proto=http", "X-Original-URL", "/evil", "Referer", "https://evil.example/", "Origin", "https://evil.example"};

    @Test
    void whenHeadersTryToSteerThenTargetsAndCookieStayOurs() throws Exception {
        HttpResponse<String> begun = post("shop", "", "{}", STEERING);
        assertThat(JSON.readTree(begun.body()).path("start_url").asText()).startsWith(PUBLIC_URL + "/");
        String path = JSON.readTree(begun.body()).path("start_url").asText().substring(PUBLIC_URL.length());
        Browser browser = browser();

        HttpResponse<String> start = browser.get(path, STEERING);
        HttpResponse<String> back = browser.leaves(start).get(
                "/aitu/callback?code=a&return_url=https://evil.example&Location=https://evil.example&state=" + browser.state(), STEERING);

        assertThat(Browser.location(start)).startsWith("http://aitu.example/passport/oauth2/auth?");
        assertThat(Browser.location(back)).startsWith(PUBLIC_URL + "/identifications/outcome?");
        assertThat(back.headers().map().toString() + start.headers().map()).doesNotContain("evil");
    }

    @Test
    void whenABrowserLeavesThenNothingIsKeptAndNobodyIsToldWhereItWas() throws Exception {
        Browser browser = browser();
        HttpResponse<String> start = browser.get(begin().startPath());
        HttpResponse<String> back = browser.leaves(start).callback("code=a");

        for (HttpResponse<String> answer : java.util.List.of(start, back)) {
            assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
            assertThat(answer.body()).isEmpty();
        }
        assertThat(start.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("__Host-eid-[A-Za-z0-9_-]{16}=[A-Za-z0-9_-]{43}; Path=/; Max-Age=1800; HttpOnly; SameSite=Lax; Secure");
        assertThat(back.headers().firstValue("Set-Cookie").orElseThrow())
                .matches("__Host-eid-[A-Za-z0-9_-]{16}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax; Secure");
    }
}
