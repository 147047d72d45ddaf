package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The token endpoint answers {@code unauthorized_client}. */
class UnauthorizedClientTest extends ExchangeTest {

    @Test
    void whenTheProviderSaysSoThenTheLoginIsRefusedOnce() {
        tokenAnswers(400, "{\"error\":\"unauthorized_client\",\"error_description\":\"words\"}");

        assertThat(assertRefused("aitu-token", "unauthorized_client", "tell-operator").failure().reported().message()).isEqualTo("words");
    }

    @Test
    void whenTheStatusIsGoodThenItIsAnErrorAllTheSame() {
        tokenAnswers(200, "{\"error\":\"unauthorized_client\",\"errorDescription\":\"words\"}");

        assertThat(assertRefused("aitu-token", "unauthorized_client", "tell-operator").failure().reported().message()).isEqualTo("words");
    }
}
