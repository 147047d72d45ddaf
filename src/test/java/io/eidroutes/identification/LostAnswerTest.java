package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The person is identified, but the answer with the result ticket never reached the browser, be it that our process or the
 * network died. The callback is refused when it comes again; the page of the refusal leads on, in that browser alone.
 */
class LostAnswerTest extends IdentificationTest {

    @Test
    void whenTheBrowserStillHasItsCookieThenThePageLeadsOnWithATicketThatIsGood() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        String lost = ticketIn(answerIsLost(browser));

        HttpResponse<String> again = browser.callback("code=first");

        page(again, 409, "Этот ответ уже был принят");
        URI link = Browser.link(again).orElseThrow();
        assertThat(link.toString()).startsWith(RETURN_URL + "&id=" + begun.id() + "&result_ticket=");
        String ticket = Browser.query(link).get("result_ticket");
        makeReady(begun);
        problem(result(begun, lost), 403, "unknown-result-ticket");
        assertThat(result(begun, ticket).statusCode()).isEqualTo(200);
        assertThat(aitu.codes()).containsExactly("first");
    }

    @Test
    void whenTheTicketWasSpentThenThePageLeadsNowhere() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        String ticket = ticketIn(answerIsLost(browser));
        makeReady(begun);
        assertThat(result(begun, ticket).statusCode()).isEqualTo(200);

        HttpResponse<String> again = browser.callback("code=first");

        page(again, 409, "Этот ответ уже был принят");
        assertThat(Browser.link(again)).isEmpty();
    }

    @Test
    void whenTheCookieIsAnothersThenThePageLeadsNowhereAndTheTicketStaysGood() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        String name = browser.cookies().keySet().iterator().next();
        String ticket = ticketIn(answerIsLost(browser));
        browser.cookies().put(name, RandomToken.generate().text());

        HttpResponse<String> foreign = browser.callback("code=first");
        browser.cookies().clear();
        HttpResponse<String> without = browser.callback("code=first");

        assertThat(Browser.link(foreign)).isEmpty();
        assertThat(Browser.link(without)).isEmpty();
        makeReady(begun);
        assertThat(result(begun, ticket).statusCode()).isEqualTo(200);
    }

    @Test
    void whenAnotherAttemptWasFirstThenThePageLeadsNowhere() throws Exception {
        Begun begun = begin();
        Browser first = browser().start(begun.startPath());
        Browser second = browser().start(begun.startPath());
        answerIsLost(first);

        assertThat(Browser.link(second.callback("code=second"))).isEmpty();
        assertThat(aitu.codes()).containsExactly("first");
    }

    private void makeReady(Begun begun) {
        people.results.put(begun.id(), new byte[] {'{', '}'});
        progress.ready(begun.id());
    }

    /** The cookie is put back, as though the answer that took it away had not come. */
    private static HttpResponse<String> answerIsLost(Browser browser) throws Exception {
        Map<String, String> cookies = Map.copyOf(browser.cookies());
        HttpResponse<String> lost = browser.callback("code=first");
        browser.cookies().putAll(cookies);
        return lost;
    }
}
