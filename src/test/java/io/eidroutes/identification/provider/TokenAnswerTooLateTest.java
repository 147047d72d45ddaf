package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The token endpoint does not answer as a whole before the deadline. */
class TokenAnswerTooLateTest extends ExchangeTest {

    @Test
    void whenNothingComesThenTheLoginIsRefused() {
        tokenAnswers(Endless::silence);

        assertRefused("aitu-token", "EID-NO-ANSWER", "retry-later");
    }

    @Test
    void whenTheBodyTricklesThenTheLoginIsRefused() {
        tokenAnswers(Endless::trickleOfBody);

        assertRefused("aitu-token", "EID-NO-ANSWER", "retry-later");
    }

    @Test
    void whenTheHeadTricklesThenTheLoginIsRefused() {
        tokenAnswers(Endless::trickleOfHead);

        assertRefused("aitu-token", "EID-NO-ANSWER", "retry-later");
    }
}
