package io.eidroutes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Callers that wait for something that may be there already. */
class WaitersTest {

    private final Waiters<String> waiters = new Waiters<>(Runnable::run);

    @Test
    void whenItCannotBeToldWhetherItIsThereThenNobodyIsLeftWaiting() {
        UUID id = UUID.randomUUID();

        assertThatThrownBy(() -> waiters.await(id, Duration.ofMinutes(1), () -> {
            throw new IllegalStateException("the store is away");
        })).hasMessage("the store is away");

        assertThat(waiters.waitFor(id)).isFalse();
        assertThat(waiters.ids()).isEmpty();
    }
}
