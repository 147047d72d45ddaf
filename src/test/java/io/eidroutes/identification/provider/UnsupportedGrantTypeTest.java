package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The token endpoint answers {@code unsupported_grant_type}. */
class UnsupportedGrantTypeTest extends ExchangeTest {

    @Test
    void whenTheProviderSaysSoThenTheLoginIsRefusedOnce() {
        tokenAnswers(400, "{\"error\":\"unsupported_grant_type\",\"error_description\":\"words\"}");

        assertThat(assertRefused("aitu-token", "unsupported_grant_type", "tell-operator").failure().reported().message()).isEqualTo("words");
    }

    @Test
    void whenTheStatusIsGoodThenItIsAnErrorAllTheSame() {
        tokenAnswers(200, "{\"error\":\"unsupported_grant_type\",\"errorDescription\":\"words\"}");

        assertThat(assertRefused("aitu-token", "unsupported_grant_type", "tell-operator").failure().reported().message()).isEqualTo("words");
    }
}
