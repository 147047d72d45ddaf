package io.eidroutes.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.http.Breakers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

/** Whether upstreams can be connected to, and how long certificates last. */
class UpstreamsTest {

    private static final WatchSettings SETTINGS = new WatchSettings(Duration.ofMillis(50), Duration.ofSeconds(1), Duration.ofDays(30));
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void whenAnUpstreamListensThenItIsUpUntilItIsGone() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Upstreams upstreams = of(Map.of("smev", URI.create("http://127.0.0.1:" + server.getLocalPort() + "/ws")))) {
            assertThat(upstreams.health("smev").getStatus()).isEqualTo(Status.UNKNOWN);
            assertThat(meters.get("eid.upstream.up").tag("upstream", "smev").gauge().value()).isNaN();
            upstreams.start();
            await().until(() -> upstreams.health("smev").getStatus().equals(Status.UP));
            assertThat(meters.get("eid.upstream.up").tag("upstream", "smev").gauge().value()).isEqualTo(1);
            server.close();
            await().until(() -> upstreams.health("smev").getStatus().equals(Status.DOWN));
            assertThat(meters.get("eid.upstream.up").tag("upstream", "smev").gauge().value()).isZero();
        }
    }

    @Test
    void whenTheHostIsUnknownThenDown() {
        try (Upstreams upstreams = of(Map.of("coid", URI.create("https://no-such-host.invalid")))) {
            upstreams.start();
            await().until(() -> upstreams.health("coid").getStatus().equals(Status.DOWN));
        }
    }

    @Test
    void whenACertificateEndsSoonThenAWarningAndAfterItsEndDown() {
        CertificateEnds ends = new CertificateEnds(Map.of("signing", NOW.plus(Duration.ofDays(31)),
                "tls-key", NOW.plus(Duration.ofDays(29)), "trust-smev", NOW.minusSeconds(1)), Duration.ofDays(30),
                Clock.fixed(NOW, ZoneOffset.UTC), meters);

        assertThat(ends.health("signing").getStatus()).isEqualTo(Status.UP);
        assertThat(ends.health("tls-key").getStatus()).isEqualTo(CertificateEnds.WARNING);
        assertThat(ends.health("trust-smev").getStatus()).isEqualTo(Status.DOWN);
        assertThat(meters.get("eid.certificate.left").tag("use", "tls-key").gauge().value()).isEqualTo(29);
    }

    private Upstreams of(Map<String, URI> upstreams) {
        return new Upstreams(upstreams, new Breakers(meters), SETTINGS, Clock.systemUTC(), meters);
    }
}
