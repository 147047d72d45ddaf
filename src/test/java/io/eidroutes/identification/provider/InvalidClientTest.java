package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The token endpoint answers {@code invalid_client}. */
class InvalidClientTest extends ExchangeTest {

    @Test
    void whenTheProviderSaysSoThenTheLoginIsRefusedOnce() {
        tokenAnswers(401, "{\"error\":\"invalid_client\",\"error_description\":\"words\"}");

        assertThat(assertRefused("aitu-token", "invalid_client", "tell-operator").failure().reported().message()).isEqualTo("words");
    }

    @Test
    void whenTheStatusIsGoodThenItIsAnErrorAllTheSame() {
        tokenAnswers(200, "{\"error\":\"invalid_client\",\"errorDescription\":\"words\"}");

        assertThat(assertRefused("aitu-token", "invalid_client", "tell-operator").failure().reported().message()).isEqualTo("words");
    }
}
