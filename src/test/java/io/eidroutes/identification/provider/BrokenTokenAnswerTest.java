package io.eidroutes.identification.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;

/** The connection to the token endpoint breaks after the code was sent. */
class BrokenTokenAnswerTest extends ExchangeTest {

    @Test
    void whenNothingWasAnsweredThenTheCodeIsNotSentAgain() {
        tokenAnswers((asked, out) -> out.close());

        assertRefused("aitu-token", "EID-NO-ANSWER", "retry-later");
    }

    @Test
    void whenTheBodyIsCutThenTheCodeIsNotSentAgain() {
        tokenAnswers((asked, out) -> out.write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{".getBytes(UTF_8)));

        assertRefused("aitu-token", "EID-NO-ANSWER", "retry-later");
    }
}
