package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A start URL works for its time. */
class ExpiredTicketTest extends IdentificationTest {

    @Test
    void whenTheTicketIsOverItsTimeThenAPageSaysSoAndNothingBegins() throws Exception {
        Begun begun = begin();
        jdbc.sql("update identification set ticket_until = current_timestamp - interval '1' second where id = :id")
                .param("id", begun.id()).update();

        page(browser().get(begun.startPath()), 410, "Срок действия ссылки истёк");
        page(browser().send("POST", begun.startPath()), 410, "Срок действия ссылки истёк");

        assertThat(state(begun)).isEqualTo("created");
    }
}
