package io.eidroutes.store;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Pauses between tries: doubled with each, up to a longest one, and each shortened at random by up to a half, so that
 * what failed together does not come back together.
 */
public record Backoff(Duration first, Duration most) {

    /** @param tries how often it failed before; 0: this is the first pause */
    public Duration pause(int tries) {
        long pause = Math.min(most.toMillis(), first.toMillis() << Math.min(tries, 20));
        return Duration.ofMillis(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
    }
}
