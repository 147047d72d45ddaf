package io.eidroutes.health;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is looked at beside the work, for metrics and health.
 *
 * @param interval           how often the upstreams are looked at and due work is counted
 * @param timeout            how long a connection to an upstream may take
 * @param certificateWarning how long before its end a certificate is a warning
 */
@ConfigurationProperties("eid.watch")
public record WatchSettings(
        @DefaultValue("30s") Duration interval,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("30d") Duration certificateWarning) {

    public WatchSettings {
        require(interval.toMillis() >= 1, "eid.watch.interval must be positive");
        require(timeout.toMillis() >= 1 && timeout.toMillis() <= Integer.MAX_VALUE, "eid.watch.timeout must be positive");
        require(!certificateWarning.isNegative(), "eid.watch.certificate-warning must not be negative");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
