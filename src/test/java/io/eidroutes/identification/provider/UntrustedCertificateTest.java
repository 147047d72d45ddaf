package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.TlsAuthority;
import io.eidroutes.simulator.TlsFront;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who stands where Aitu Passport should, with a certificate of nobody trusted, learns neither a code nor the secret. */
class UntrustedCertificateTest {

    private static final FakeProvider PROVIDER = new FakeProvider();
    private static final TlsAuthority NOBODY = new TlsAuthority("Nobody");
    private static final TlsFront FRONT = new TlsFront(NOBODY, URI.create(PROVIDER.base()).getPort(),
            NOBODY.issue("Passport", "127.0.0.1"), false);

    @AfterAll
    static void close() {
        FRONT.close();
        PROVIDER.close();
    }

    @Test
    void whenACodeIsToBeExchangedThenNothingIsSent() {
        try (Passport passport = new Passport(Map.of("eid.aitu.base", "https://127.0.0.1:" + FRONT.port()))) {
            PROVIDER.answer(ExchangeTest.JWKS, FakeProvider.Answer.json(200, IdTokens.jwks(IdTokens.KEY)));

            ExchangeTest.assertRefused(passport.exchange(), "id-token", "keys-unavailable", "retry-later");

            assertThat(PROVIDER.asked(ExchangeTest.JWKS)).isEmpty();
            assertThat(PROVIDER.asked(ExchangeTest.TOKEN)).isEmpty();
        }
    }

    @Test
    void whenCredentialsWouldBeSentThenTheyAreNot() {
        try (Passport passport = new Passport(Map.of("eid.aitu.base", "https://127.0.0.1:" + FRONT.port()))) {
            assertThat(passport.send("direct:trusted-phone", Map.of("phone", "77071234567")).getException())
                    .hasMessage("transport tls-failure");

            assertThat(PROVIDER.asked("/api/v1/trusted-phone")).isEmpty();
        }
    }
}
