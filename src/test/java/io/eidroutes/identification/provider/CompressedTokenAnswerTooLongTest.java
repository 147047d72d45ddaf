package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The token endpoint answers little that becomes much. */
class CompressedTokenAnswerTooLongTest extends ExchangeTest {

    @Test
    void whenItGrowsBeyondTheBoundThenTheLoginIsRefused() {
        tokenAnswers(Compressed.answer(new byte[50_000_000]));

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenItIsNotWhatItSaysThenTheLoginIsRefused() {
        tokenAnswers(FakeProvider.Answer.of(200, "Content-Encoding: gzip\r\n", new byte[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }
}
