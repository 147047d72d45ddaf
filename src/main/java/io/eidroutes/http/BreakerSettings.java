package io.eidroutes.http;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When calls to an upstream are no longer tried for a while.
 *
 * @param failureRate percent of the window's calls that must have failed
 * @param window      how many of the last calls are looked at; fewer never open the breaker
 * @param pause       how long no call is made then; two trial calls follow, and both must go well
 */
public record BreakerSettings(
        @DefaultValue("50") int failureRate,
        @DefaultValue("20") int window,
        @DefaultValue("10s") Duration pause) {

    public BreakerSettings {
        require(failureRate >= 1 && failureRate <= 100, "the failure-rate of a breaker is 1 to 100 percent");
        require(window >= 2, "the window of a breaker has at least 2 calls");
        require(pause.toMillis() >= 1, "the pause of a breaker must be positive");
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
