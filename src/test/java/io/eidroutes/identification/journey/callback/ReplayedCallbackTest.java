package io.eidroutes.identification.journey.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.journey.Visitor;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** A state is good once, in whatever browser and however fast. */
class ReplayedCallbackTest extends RefusedCallbackTest {

    @Test
    void whenTheCallbackComesAgainThenNoCodeIsSentAgain() throws Exception {
        Begun begun = begin();
        String callback = callbackOf(begun);
        assertIdentified(begun, begun.visitor().get(callback));

        assertRefused(begun.visitor().get(callback), "EID-STATE-USED");
        assertRefused(begun.visitor().get(callback.replaceFirst("code=[^&]*", "code=another")), "EID-STATE-USED");

        assertThat(read(begun).path("state").asText()).isEqualTo("ready");
        assertTokenRequests(1);
        assertCounted("aitu-authorization EID-STATE-USED user", "aitu-authorization EID-STATE-USED user");
    }

    @Test
    void whenTheThiefHasTheCookieTooThenTheStateIsSpentAllTheSame() throws Exception {
        Begun begun = begin();
        String callback = callbackOf(begun);
        Map<String, String> cookies = begun.visitor().cookies("eid-");
        assertIdentified(begun, begun.visitor().get(callback));
        cookies.forEach(begun.visitor()::forge);

        assertRefused(begun.visitor().get(callback), "EID-STATE-USED");

        assertTokenRequests(1);
        assertCounted("aitu-authorization EID-STATE-USED user");
    }

    @Test
    void whenTheThiefIsFasterThanThePartnerThenItIsLedOnToNothing() throws Exception {
        Begun begun = begin();
        String callback = callbackOf(begun);
        Visitor thief = copyOf(begun.visitor().cookies("eid-").entrySet().iterator().next());
        begun.visitor().get(callback);

        HttpResponse<String> page = thief.get(callback);

        assertRefused(page, "EID-STATE-USED");
        Matcher link = Pattern.compile("href=\"(" + Pattern.quote(partner().returnUrl()) + "[^\"]*)\"").matcher(page.body());
        assertThat(link.find()).isTrue();
        HttpResponse<String> led = thief.follow(thief.get(HtmlUtils.htmlUnescape(link.group(1))));
        assertThat(led.statusCode()).isEqualTo(403);
        assertThat(led.body()).contains("Этот вход начат не здесь").doesNotContain(SOMEBODY);
        assertNothingReleased(begun);
        assertTokenRequests(1);
        assertCounted("aitu-authorization EID-STATE-USED user");
    }

    @Test
    void whenTheCallbackComesManyTimesAtOnceThenOneOfThemIsTaken() throws Exception {
        Begun begun = begin();
        String callback = callbackOf(begun);
        Map.Entry<String, String> cookie = begun.visitor().cookies("eid-").entrySet().iterator().next();
        List<Future<HttpResponse<String>>> answers = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 8; i++) {
                answers.add(threads.submit(() -> copyOf(cookie).get(callback)));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<HttpResponse<String>> answer : answers) {
                statuses.add(answer.get().statusCode());
            }

            assertThat(statuses).containsOnlyOnce(303).containsOnly(303, 409);
            assertTokenRequests(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Visitor copyOf(Map.Entry<String, String> cookie) {
        Visitor copy = new Visitor();
        copy.forge(cookie.getKey(), cookie.getValue());
        return copy;
    }
}
