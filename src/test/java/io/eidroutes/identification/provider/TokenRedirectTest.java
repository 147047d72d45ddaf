package io.eidroutes.identification.provider;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The token endpoint redirects: the secret does not travel on. */
class TokenRedirectTest extends ExchangeTest {

    @Test
    void whenItIs301ThenItIsNotFollowed() {
        tokenAnswers(FakeProvider.Answer.of(301, "Location: " + provider().base() + "/elsewhere\r\n",
                "{\"error\":\"invalid_grant\"}".getBytes(UTF_8)));

        assertRefused("aitu-token", "EID-REDIRECTED", "tell-operator");
        assertThat(provider().asked("/elsewhere")).isEmpty();
    }

    @Test
    void whenItIs302ThenItIsNotFollowed() {
        tokenAnswers(FakeProvider.Answer.of(302, "Location: " + provider().base() + "/elsewhere\r\n",
                "{\"error\":\"invalid_grant\"}".getBytes(UTF_8)));

        assertRefused("aitu-token", "EID-REDIRECTED", "tell-operator");
        assertThat(provider().asked("/elsewhere")).isEmpty();
    }

    @Test
    void whenItIs303ThenItIsNotFollowed() {
        tokenAnswers(FakeProvider.Answer.of(303, "Location: " + provider().base() + "/elsewhere\r\n",
                "{\"error\":\"invalid_grant\"}".getBytes(UTF_8)));

        assertRefused("aitu-token", "EID-REDIRECTED", "tell-operator");
        assertThat(provider().asked("/elsewhere")).isEmpty();
    }

    @Test
    void whenItIs307ThenItIsNotFollowed() {
        tokenAnswers(FakeProvider.Answer.of(307, "Location: " + provider().base() + "/elsewhere\r\n",
                "{\"error\":\"invalid_grant\"}".getBytes(UTF_8)));

        assertRefused("aitu-token", "EID-REDIRECTED", "tell-operator");
        assertThat(provider().asked("/elsewhere")).isEmpty();
    }

    @Test
    void whenItIs308ThenItIsNotFollowed() {
        tokenAnswers(FakeProvider.Answer.of(308, "Location: " + provider().base() + "/elsewhere\r\n",
                "{\"error\":\"invalid_grant\"}".getBytes(UTF_8)));

        assertRefused("aitu-token", "EID-REDIRECTED", "tell-operator");
        assertThat(provider().asked("/elsewhere")).isEmpty();
    }
}
