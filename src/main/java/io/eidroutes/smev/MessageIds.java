package io.eidroutes.smev;

import com.fasterxml.uuid.EthernetAddress;
import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.UUIDClock;
import com.fasterxml.uuid.UUIDTimer;
import com.fasterxml.uuid.impl.TimeBasedGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/**
 * Message identifiers: UUID version 1, in which СМЭВ reads the time (good for 24 hours). The node is random and
 * multicast, drawn once a process, so that no identifier gives the MAC address away. {@link UUID#toString()} is
 * lower case, as СМЭВ wants it.
 */
public final class MessageIds {

    /** 100-nanosecond steps between the beginning of the Gregorian calendar and 1970 (RFC 9562, section 5.1). */
    private static final long GREGORIAN_TO_UNIX = 0x01B21DD213814000L;
    private static final long STEPS_PER_SECOND = 10_000_000L;

    private final TimeBasedGenerator generator;

    public MessageIds(Clock clock) {
        Random random = new SecureRandom();
        this.generator = Generators.timeBasedGenerator(EthernetAddress.constructMulticastAddress(random), timer(random, clock));
    }

    private static UUIDTimer timer(Random random, Clock clock) {
        try {
            return new UUIDTimer(random, null, new UUIDClock() {
                @Override
                public long currentTimeMillis() {
                    return clock.millis();
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Of a file for the time, and there is none", e);
        }
    }

    public UUID next() {
        return generator.generate();
    }

    /**
     * The moment that an identifier was made at.
     *
     * @throws IllegalArgumentException when it is not of version 1
     */
    public static Instant timeOf(UUID messageId) {
        if (messageId.version() != 1) {
            throw new IllegalArgumentException("a message identifier must be a UUID of version 1");
        }
        long steps = messageId.timestamp() - GREGORIAN_TO_UNIX;
        return Instant.ofEpochSecond(
                Math.floorDiv(steps, STEPS_PER_SECOND), Math.floorMod(steps, STEPS_PER_SECOND) * 100);
    }
}
