package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The token endpoint answers {@code temporarily_unavailable}. */
class TemporarilyUnavailableTest extends ExchangeTest {

    @Test
    void whenTheProviderSaysSoThenTheLoginIsRefusedOnce() {
        tokenAnswers(503, "{\"error\":\"temporarily_unavailable\",\"error_description\":\"words\"}");

        assertThat(assertRefused("aitu-token", "temporarily_unavailable", "retry-later").failure().reported().message()).isEqualTo("words");
    }

    @Test
    void whenTheStatusIsGoodThenItIsAnErrorAllTheSame() {
        tokenAnswers(200, "{\"error\":\"temporarily_unavailable\",\"errorDescription\":\"words\"}");

        assertThat(assertRefused("aitu-token", "temporarily_unavailable", "retry-later").failure().reported().message()).isEqualTo("words");
    }
}
