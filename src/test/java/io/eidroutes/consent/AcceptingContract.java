package io.eidroutes.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.Failure;
import io.eidroutes.privacy.KeysetFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

abstract class AcceptingContract extends StoreContract {

    @Test
    void whenAcceptedThenItIsFound() {
        Acceptance acceptance = store.accept(new NewClaim("shop", "jms", Optional.of("key"), "TESIA",
                "{}".getBytes(UTF_8), WEEK, Optional.of(ReturnAddress.queue("answers", Optional.of("correlation"))), Optional.empty()));

        assertThat(acceptance.created()).isTrue();
        assertThat(acceptance.id().version()).isEqualTo(7);
        StoredClaim found = store.find(acceptance.id()).orElseThrow();
        assertThat(found.state()).isEqualTo(ClaimState.ACCEPTED);
        assertThat(found.client()).isEqualTo("shop");
        assertThat(found.door()).isEqualTo("jms");
        assertThat(found.routingCode()).isEqualTo("TESIA");
        assertThat(found.replyTo()).contains(ReturnAddress.queue("answers", Optional.of("correlation")));
        assertThat(Duration.between(found.createdAt(), found.endOfLife())).isEqualTo(WEEK);
        assertThat(found.response()).isEmpty();
        assertThat(found.failure()).isEmpty();
        assertThat(store.find(UUID.randomUUID())).isEmpty();
    }

    @Test
    void whenTheSameComesUnderTheSameKeyThenItIsTheKnownClaim() {
        Acceptance first = store.accept(claim("key", "{}"));
        sending(leased());

        Acceptance second = store.accept(claim("key", "{}"));

        assertThat(second).isEqualTo(
                new Acceptance(first.id(), false, ClaimState.SENDING, Optional.empty(), Optional.empty()));
    }

    @Test
    void whenAnEndedClaimComesAgainThenItIsStillKnown() {
        UUID id = store.accept(claim("key", "{}")).id();
        answers.finish(id, answered("{}"), Optional.empty());

        assertThat(store.accept(claim("key", "{}")).state()).isEqualTo(ClaimState.ANSWERED);
    }

    @Test
    void whenOtherContentComesUnderTheSameKeyThenItIsRefused() {
        store.accept(claim("key", "{}"));

        assertThatThrownBy(() -> store.accept(claim("key", "{ }"))).isInstanceOf(Failure.class)
                .hasMessage("validation idempotency-conflict");
        assertThatThrownBy(() -> store.accept(new NewClaim("shop", "http", Optional.of("key"), "OTHER",
                "{}".getBytes(UTF_8), WEEK, Optional.empty(), Optional.empty()))).isInstanceOf(Failure.class);
        assertThat(openClaims()).containsExactly("accepted");
    }

    @Test
    void whenClientOrDoorDifferThenTheKeyIsAnother() {
        store.accept(claim("key", "{}"));

        assertThat(store.accept(new NewClaim("bank", "http", Optional.of("key"), "TESIA", "{}".getBytes(UTF_8), WEEK,
                Optional.empty(), Optional.empty())).created()).isTrue();
        assertThat(store.accept(new NewClaim("shop", "file", Optional.of("key"), "TESIA", "{}".getBytes(UTF_8), WEEK,
                Optional.empty(), Optional.empty())).created()).isTrue();
    }

    @Test
    void whenThereIsNoKeyThenEveryClaimIsNew() {
        assertThat(accepted("{}")).isNotEqualTo(accepted("{}"));
    }

    @Test
    void whenTheSameContentComesUnderAnotherKeyThenItIsFlagged() {
        UUID first = store.accept(claim("key-1", "{}")).id();

        assertThat(store.accept(claim("key-2", "{}")).sameContentAs()).contains(first);
        assertThat(store.accept(claim("key-3", "{ }")).sameContentAs()).isEmpty();
    }

    @Test
    void whenTheSameContentIsOldOrOfAnotherClientThenItIsNotFlagged() {
        store.accept(new NewClaim("bank", "http", Optional.empty(), "TESIA", "{}".getBytes(UTF_8), WEEK,
                Optional.empty(), Optional.empty()));
        assertThat(store.accept(claim("key-1", "{}")).sameContentAs()).isEmpty();
        jdbc.sql("update claim set created_at = current_timestamp - interval '25' hour").update();

        assertThat(store.accept(claim("key-2", "{}")).sameContentAs()).isEmpty();
    }

    @Test
    void whenTheKeysetIsRotatedThenTheKnownClaimIsStillFound() {
        UUID first = store.accept(claim("key", "{}")).id();
        open(KeysetFile.rotate(keysetFile));

        assertThat(store.accept(claim("key", "{}"))).satisfies(again -> {
            assertThat(again.id()).isEqualTo(first);
            assertThat(again.created()).isFalse();
        });
        assertThat(store.accept(claim("key-2", "{}")).sameContentAs()).contains(first);
        assertThatThrownBy(() -> store.accept(claim("key", "{ }"))).isInstanceOf(Failure.class);
    }

    @Test
    void whenTwentyTwinsComeAtOnceThenOneClaimIsMade() throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(20);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Acceptance>> twins = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            twins.add(callers.submit(() -> {
                together.await();
                return store.accept(claim("key", "{}"));
            }));
        }
        together.countDown();
        List<Acceptance> acceptances = new ArrayList<>();
        for (Future<Acceptance> twin : twins) {
            acceptances.add(twin.get());
        }
        callers.shutdown();

        assertThat(acceptances).extracting(Acceptance::id).containsOnly(acceptances.get(0).id());
        assertThat(acceptances).filteredOn(Acceptance::created).hasSize(1);
        assertThat(openClaims()).containsExactly("accepted");
    }

    @Test
    void whenALeaseIsAskedForThenTheClaimIsOwnedAtOnce() {
        Acceptance acceptance = store.accept(claim("key", "{}"), Optional.of("node-1"), LEASE);

        LeasedClaim leased = acceptance.leased().orElseThrow();
        assertThat(leased.payload()).isEqualTo("{}".getBytes(UTF_8));
        assertThat(leased.endOfLife()).isEqualTo(store.find(acceptance.id()).orElseThrow().endOfLife());
        assertThat(queue.lease("node-2", 10, LEASE)).isEmpty();
        queue.sent(sending(leased));
        assertThat(state(acceptance.id())).isEqualTo(ClaimState.SENT);
        assertThat(store.accept(claim("key", "{}"), Optional.of("node-1"), LEASE).leased()).isEmpty();
    }

    @Test
    void whenStatesAreAskedForThenThoseOfTheKnownClaimsCome() {
        UUID waiting = accepted("{}");
        UUID done = accepted("{ }");
        answers.finish(done, answered("{}"), Optional.empty());

        assertThat(store.states(List.of(waiting, done, UUID.randomUUID())))
                .isEqualTo(Map.of(waiting, ClaimState.ACCEPTED, done, ClaimState.ANSWERED));
        assertThat(store.states(List.of())).isEmpty();
    }
}
