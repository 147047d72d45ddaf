package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The token endpoint answers an error that no document names. */
class UnknownTokenErrorTest extends ExchangeTest {

    @Test
    void whenTheCodeIsUnknownThenItIsKeptVerbatim() {
        tokenAnswers(400, "{\"error\":\"Some_New.code 7\",\"error_description\":\"words\"}");

        assertThat(assertRefused("aitu-token", "Some_New.code 7", "keep-unknown").failure().reported().code())
                .isEqualTo("Some_New.code 7");
    }

    @Test
    void whenTheCodeIsOursThenItIsNotBelieved() {
        tokenAnswers(400, "{\"error\":\"EID-NO-ANSWER\"}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }

    @Test
    void whenTheCodeIsNoCodeThenTheAnswerIsUnreadable() {
        tokenAnswers(400, "{\"error\":{\"code\":\"invalid_grant\"}}");

        assertRefused("aitu-token", "EID-UNREADABLE-ANSWER", "tell-operator");
    }
}
