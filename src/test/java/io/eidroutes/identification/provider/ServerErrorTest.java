package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The token endpoint answers {@code server_error}. */
class ServerErrorTest extends ExchangeTest {

    @Test
    void whenTheProviderSaysSoThenTheLoginIsRefusedOnce() {
        tokenAnswers(500, "{\"error\":\"server_error\",\"error_description\":\"words\"}");

        assertThat(assertRefused("aitu-token", "server_error", "retry-later").failure().reported().message()).isEqualTo("words");
    }

    @Test
    void whenTheStatusIsGoodThenItIsAnErrorAllTheSame() {
        tokenAnswers(200, "{\"error\":\"server_error\",\"errorDescription\":\"words\"}");

        assertThat(assertRefused("aitu-token", "server_error", "retry-later").failure().reported().message()).isEqualTo("words");
    }
}
