package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The token endpoint answers {@code invalid_request}. */
class InvalidRequestTest extends ExchangeTest {

    @Test
    void whenTheProviderSaysSoThenTheLoginIsRefusedOnce() {
        tokenAnswers(400, "{\"error\":\"invalid_request\",\"error_description\":\"words\"}");

        assertThat(assertRefused("aitu-token", "invalid_request", "tell-operator").failure().reported().message()).isEqualTo("words");
    }

    @Test
    void whenTheStatusIsGoodThenItIsAnErrorAllTheSame() {
        tokenAnswers(200, "{\"error\":\"invalid_request\",\"errorDescription\":\"words\"}");

        assertThat(assertRefused("aitu-token", "invalid_request", "tell-operator").failure().reported().message()).isEqualTo("words");
    }
}
