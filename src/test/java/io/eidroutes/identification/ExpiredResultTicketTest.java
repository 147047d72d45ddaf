package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A ticket is good for its time, and as long as it is shown while the result is under way. */
class ExpiredResultTicketTest extends IdentificationTest {

    @Test
    void whenTheTicketIsOverItsTimeThenRefused() throws Exception {
        Begun begun = begin();
        String ticket = ticketIn(identify(begun));
        people.results.put(begun.id(), new byte[] {'{', '}'});
        progress.ready(begun.id());
        jdbc.sql("update identification set result_until = current_timestamp - interval '1' second where id = :id")
                .param("id", begun.id()).update();

        problem(result(begun, ticket), 410, "expired-result-ticket");
    }

    @Test
    void whenTheTicketIsShownWhileTheResultIsUnderWayThenItLivesOn() throws Exception {
        Begun begun = begin();
        String ticket = ticketIn(identify(begun));
        jdbc.sql("update identification set result_until = current_timestamp + interval '30' second where id = :id")
                .param("id", begun.id()).update();

        assertThat(result(begun, ticket).statusCode()).isEqualTo(202);

        assertThat(jdbc.sql("select result_until > current_timestamp + interval '60' second from identification where id = :id")
                .param("id", begun.id()).query(Boolean.class).single()).isTrue();
    }
}
