package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A start URL that was never given out leads nowhere. */
class UnknownTicketTest extends IdentificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "x", "%20", "%D0%B0", "a?ticket=b"})
    void whenTheTicketIsUnknownThenAPageSaysSo(String ticket) throws Exception {
        int before = rows("authorization_attempt");

        page(browser().get("/identifications/start/" + ticket), 404, "Такой ссылки нет");

        assertThat(rows("authorization_attempt")).isEqualTo(before);
    }

    @Test
    void whenTheIdIsTakenForATicketThenItOpensNothing() throws Exception {
        page(browser().get("/identifications/start/" + begin().id()), 404, "Такой ссылки нет");
    }
}
