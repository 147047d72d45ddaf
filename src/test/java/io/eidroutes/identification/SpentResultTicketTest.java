package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A ticket is good for one result. */
class SpentResultTicketTest extends IdentificationTest {

    @Test
    void whenTheTicketWasUsedThenRefused() throws Exception {
        Begun begun = begin();
        String ticket = ticketIn(identify(begun));
        people.results.put(begun.id(), new byte[] {'{', '}'});
        progress.ready(begun.id());
        assertThat(result(begun, ticket).statusCode()).isEqualTo(200);

        problem(result(begun, ticket), 410, "spent-result-ticket");
    }
}
