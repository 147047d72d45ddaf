package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The code certainly was not sent: a failure of transport. */
class TokenEndpointNotReachedTest extends ExchangeTest {

    @Test
    void whenTheConnectionIsRefusedThenItIsAFailureOfTransport() throws IOException {
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        assertThat(asked("http://127.0.0.1:" + nobody)).hasMessage("transport connection-refused");
    }

    @Test
    void whenTheNameIsUnknownThenItIsAFailureOfTransport() {
        assertThat(asked("http://no-such-host.invalid")).hasMessage("transport unknown-host");
    }

    @Test
    void whenTlsBreaksThenTheCodeCountsAsSent() {
        assertThat(asked(provider().base().replace("http:", "https:"))).hasMessage("aitu-token EID-NO-ANSWER");
        assertThat(provider().asked(TOKEN)).isEmpty();
    }

    private static Exception asked(String base) {
        try (Passport elsewhere = new Passport(Map.of("eid.aitu.base", base,
                "eid.aitu.http.connect-timeout", "20s", "eid.aitu.http.deadline", "3s"))) {
            return elsewhere.send("direct:aitu-token", Map.of("code", Passport.CODE, "redirectUri", Passport.REDIRECT_URI))
                    .getException();
        }
    }
}
