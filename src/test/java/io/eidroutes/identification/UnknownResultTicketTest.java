package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another's ticket, or none, opens nothing. */
class UnknownResultTicketTest extends IdentificationTest {

    @Test
    void whenTheTicketIsOfAnotherIdentificationThenRefusedAndBothStayGood() throws Exception {
        Begun begun = begin();
        String own = ticketIn(identify(begun));
        people.results.put(begun.id(), new byte[] {'{', '}'});
        progress.ready(begun.id());
        Begun other = begin();
        String anothers = ticketIn(identify(other));

        problem(result(begun, anothers), 403, "unknown-result-ticket");
        assertThat(result(begun, own).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "'; drop table identification; --"})
    void whenTheTicketIsNoneThenRefused(String ticket) throws Exception {
        Begun begun = begin();
        identify(begun);
        people.results.put(begun.id(), new byte[] {'{', '}'});
        progress.ready(begun.id());

        problem(result(begun, ticket), 403, "unknown-result-ticket");
    }

    @Test
    void whenAVictimWasLuredOntoAnothersStartUrlThenThatOtherGetsNothing() throws Exception {
        Begun attackers = begin();
        HttpResponse<String> victims = identify(attackers);
        people.results.put(attackers.id(), new byte[] {'{', '}'});
        progress.ready(attackers.id());

        // The attacker knows the id, the start URL and every state; the ticket went to the victim's browser alone.
        assertThat(ticketIn(victims)).isNotEmpty();
        assertThat(read(attackers).toString()).doesNotContain(ticketIn(victims), "result");
        problem(post("shop", "/" + attackers.id() + "/result", "{}"), 403, "no-result-ticket");
        String ofStart = attackers.startPath().substring(attackers.startPath().lastIndexOf('/') + 1);
        problem(result(attackers, ofStart), 403, "unknown-result-ticket");
        page(browser().get(attackers.startPath()), 409, "Эта идентификация уже пройдена");
    }
}
