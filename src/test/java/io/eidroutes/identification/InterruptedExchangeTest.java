package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** An exchange whose process ended is never repeated: the user is asked to begin anew. */
class InterruptedExchangeTest extends IdentificationTest {

    @Test
    void whenAnExchangeIsLeftBehindThenTheIdentificationIsInterruptedAndTheCodeIsNotSentAgain() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        browser.cookies().forEach((name, value) -> assertThat(jdbc.sql("""
                update authorization_attempt set status = 'exchanging', exchanging_since = current_timestamp - interval '1' hour
                where identification_id = :id""").param("id", begun.id()).update()).isEqualTo(1));
        jdbc.sql("update identification set state = 'exchanging' where id = :id").param("id", begun.id()).update();

        await().untilAsserted(() -> assertThat(state(begun)).isEqualTo("interrupted"));

        assertThat(read(begun).at("/failure/code").asText()).isEqualTo("EID-INTERRUPTED");
        assertThat(people.announcements()).containsExactly(begun.id() + " shop interrupted EID-INTERRUPTED user");
        page(browser.callback("code=again"), 409, "Этот ответ уже был принят");
        assertThat(aitu.codes()).isEmpty();
    }

    @Test
    void whenAnExchangeWasLeftBehindThenANewAttemptSucceedsAndStays() throws Exception {
        Begun begun = begin();
        String interrupted = browser().start(begun.startPath()).state();
        jdbc.sql("update authorization_attempt set status = 'exchanging', exchanging_since = current_timestamp "
                + "where identification_id = :id").param("id", begun.id()).update();
        jdbc.sql("update identification set state = 'exchanging' where id = :id").param("id", begun.id()).update();

        HttpResponse<String> back = browser().start(begun.startPath()).callback("code=of-the-new-attempt");

        assertThat(ticketIn(back)).isNotEmpty();
        jdbc.sql("update authorization_attempt set exchanging_since = current_timestamp - interval '1' hour "
                + "where state_digest = :state").param("state", digest(interrupted)).update();
        await().until(() -> jdbc.sql("select status from authorization_attempt where state_digest = :state")
                .param("state", digest(interrupted)).query(String.class).single().equals("ended"));
        assertThat(state(begun)).isEqualTo("identified");
        assertThat(people.announcements()).isEmpty();
        assertThat(aitu.codes()).containsExactly("of-the-new-attempt");
    }

    private static String digest(String state) {
        return RandomToken.parse(state).orElseThrow().digest();
    }

    @Test
    void whenThePersonCannotBeStoredThenNothingIsHalfStored() throws Exception {
        Begun begun = begin();
        people.broken = true;

        HttpResponse<String> back = identify(begun);

        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(Browser.location(back)).isEqualTo(RETURN_URL + "&id=" + begun.id());
        assertThat(state(begun)).isEqualTo("failed");
        assertThat(aitu.codes()).hasSize(1);
    }
}
