package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The token endpoint answers {@code invalid_scope}. */
class InvalidScopeTest extends ExchangeTest {

    @Test
    void whenTheProviderSaysSoThenTheLoginIsRefusedOnce() {
        tokenAnswers(400, "{\"error\":\"invalid_scope\",\"error_description\":\"words\"}");

        assertThat(assertRefused("aitu-token", "invalid_scope", "tell-operator").failure().reported().message()).isEqualTo("words");
    }

    @Test
    void whenTheStatusIsGoodThenItIsAnErrorAllTheSame() {
        tokenAnswers(200, "{\"error\":\"invalid_scope\",\"errorDescription\":\"words\"}");

        assertThat(assertRefused("aitu-token", "invalid_scope", "tell-operator").failure().reported().message()).isEqualTo("words");
    }
}
