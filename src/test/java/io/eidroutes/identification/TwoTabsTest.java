package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Two tabs of one browser do not disturb one another. */
class TwoTabsTest extends IdentificationTest {

    @Test
    void whenTheyAreOnTwoIdentificationsThenBothFinish() throws Exception {
        Begun first = begin();
        Begun second = begin();
        Browser browser = browser().start(first.startPath());
        String firstState = browser.state();
        browser.start(second.startPath());
        assertThat(browser.cookies()).hasSize(2);

        assertThat(browser.get("/aitu/callback?code=a&state=" + firstState).statusCode()).isEqualTo(303);
        assertThat(browser.callback("code=b").statusCode()).isEqualTo(303);

        assertThat(state(first)).isEqualTo("identified");
        assertThat(state(second)).isEqualTo("identified");
        assertThat(aitu.codes()).containsExactly("a", "b");
    }

    @Test
    void whenTheyAreOnOneIdentificationThenTheFirstSuccessWins() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        String firstState = browser.state();
        browser.start(begun.startPath());
        assertThat(browser.get("/aitu/callback?code=a&state=" + firstState).statusCode()).isEqualTo(303);

        page(browser.callback("code=b"), 409, "Эта идентификация уже пройдена");

        assertThat(aitu.codes()).containsExactly("a");
    }

    @Test
    void whenOneFailsThenTheOtherCanStillSucceed() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        String firstState = browser.state();
        browser.start(begun.startPath());

        HttpResponse<String> denied = browser.get("/aitu/callback?error=access_denied&state=" + firstState);

        assertThat(Browser.location(denied)).isEqualTo(RETURN_URL + "&id=" + begun.id());
        assertThat(state(begun)).isEqualTo("at-aitu");
        assertThat(people.announcements()).isEmpty();
        assertThat(ticketIn(browser.callback("code=b"))).isNotEmpty();
        assertThat(state(begun)).isEqualTo("identified");
        assertThat(read(begun).has("failure")).isFalse();
    }
}
