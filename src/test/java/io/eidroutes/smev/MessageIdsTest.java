package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MessageIdsTest {

    private static final long MULTICAST = 1L << 40;

    @Test
    void whenIdentifierIsMadeThenItIsVersionOneWithTheTimeInIt() {
        UUID id = new MessageIds(Clock.systemUTC()).next();

        assertThat(id.version()).isEqualTo(1);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(MessageIds.timeOf(id)).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    @Test
    void whenIdentifierIsMadeThenItsNodeIsMulticastAndNoHardwareAddress() {
        assertThat(new MessageIds(Clock.systemUTC()).next().node() & MULTICAST).isEqualTo(MULTICAST);
    }

    @Test
    void whenTwoProcessesMakeIdentifiersThenTheirNodesDiffer() {
        assertThat(new MessageIds(Clock.systemUTC()).next().node()).isNotEqualTo(new MessageIds(Clock.systemUTC()).next().node());
    }

    @Test
    void whenManyAreMadeThenNoneRepeats() {
        MessageIds ids = new MessageIds(Clock.systemUTC());
        Set<UUID> made = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            made.add(ids.next());
        }
        assertThat(made).hasSize(10_000);
    }

    @Test
    void whenIdentifierIsKnownThenItsTimeIsRead() {
        assertThat(MessageIds.timeOf(UUID.fromString("c232ab00-9414-11ec-b3c8-9f6bdeced846")))
                .isEqualTo(Instant.parse("2022-02-22T19:22:22Z"));
    }

    @Test
    void whenIdentifierIsOfAnotherVersionThenRefused() {
        assertThatThrownBy(() -> MessageIds.timeOf(UUID.randomUUID())).isInstanceOf(IllegalArgumentException.class);
    }
}
