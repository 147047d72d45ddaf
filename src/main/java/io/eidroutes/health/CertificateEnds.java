package io.eidroutes.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.Status;

/** How long the certificates in use are still valid: down when one is over, a warning when it is soon. */
final class CertificateEnds {

    /** Ranked in application.yaml: worse than up, and answered with 200. */
    static final Status WARNING = new Status("WARNING");
    private static final double DAY = Duration.ofDays(1).toSeconds();

    private final Map<String, Instant> ends;
    private final Duration warning;
    private final Clock clock;

    /** @param ends by what the certificates are used for */
    CertificateEnds(Map<String, Instant> ends, Duration warning, Clock clock, MeterRegistry meters) {
        this.ends = Map.copyOf(ends);
        this.warning = warning;
        this.clock = clock;
        ends.keySet().forEach(use -> Gauge.builder("eid.certificate.left", () -> left(use).toSeconds() / DAY)
                .tag("use", use).baseUnit("days").description("How long the certificate is still valid").register(meters));
    }

    Set<String> uses() {
        return ends.keySet();
    }

    Health health(String use) {
        Duration left = left(use);
        return left.isNegative() ? Health.down().build()
                : left.compareTo(warning) < 0 ? Health.status(WARNING).build() : Health.up().build();
    }

    private Duration left(String use) {
        return Duration.between(clock.instant(), ends.get(use));
    }
}
