package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** One start URL begins so many attempts and no more. */
class TooManyAttemptsTest extends IdentificationTest {

    @Test
    void whenTheAttemptsAreUsedUpThenAPageSaysSoAndNoPhoneIsTrusted() throws Exception {
        Begun begun = begin("shop", "{\"phone\":\"77071234567\",\"phone_verified\":true}");
        for (int i = 0; i < 4; i++) {
            assertThat(browser().send("POST", begun.startPath()).statusCode()).isEqualTo(303);
        }

        page(browser().send("POST", begun.startPath()), 429, "По этой ссылке было слишком много попыток");

        assertThat(aitu.trustedPhones).hasSize(4);
        assertThat(state(begun)).isEqualTo("at-aitu");
    }
}
