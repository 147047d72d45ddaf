package io.eidroutes.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Kind;
import io.eidroutes.privacy.KeysetFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

abstract class EndingContract extends StoreContract {

    private static final FailureSummary REJECTED =
            new FailureSummary(Family.SMEV_REJECTION, "NO_DATA", Kind.PARTNER, false);

    @Test
    void whenAnsweredThenTheResponseIsThereAndTheRequestIsErased() {
        LeasedClaim claim = firstSending();
        queue.sent(claim);

        assertThat(answers.finish(claim.id(), new Outcome(ClaimState.ANSWERED, "{\"r\":1}", Optional.of(REJECTED)),
                Optional.of(answer("a-1", claim)))).isEqualTo(Finish.DONE);

        StoredClaim ended = store.find(claim.id()).orElseThrow();
        assertThat(ended.state()).isEqualTo(ClaimState.ANSWERED);
        assertThat(ended.response()).contains("{\"r\":1}");
        assertThat(ended.failure()).contains(REJECTED);
        assertThat(ended.finalAt()).isPresent();
        assertThat(known("a-1")).isTrue();
        assertThat(jdbc.sql("select count(*) from open_claim").query(Integer.class).single()).isZero();
        assertThat(jdbc.sql("select count(*) from attempt where envelope is not null").query(Integer.class).single())
                .isZero();
        timePasses();
        assertThat(queue.lease("node-2", 10, LEASE)).isEmpty();
    }

    @Test
    void whenAnAnswerComesAfterTheEndThenItIsStoredAsLateAndChangesNothing() {
        LeasedClaim claim = firstSending();
        queue.uncertain(claim);
        answers.finish(claim.id(), new Outcome(ClaimState.EXPIRED, "{}", Optional.empty()), Optional.empty());

        assertThat(answers.finish(claim.id(), answered("{\"late\":1}"), Optional.of(answer("a-1", claim))))
                .isEqualTo(Finish.LATE);

        assertThat(state(claim.id())).isEqualTo(ClaimState.EXPIRED);
        assertThat(store.find(claim.id()).orElseThrow().response()).contains("{}");
        assertThat(jdbc.sql("select late from answer").query(Boolean.class).list()).containsExactly(true);
        assertThat(ended).as("who is told of an end").containsExactly(claim.id());
    }

    @Test
    void whenTheSameAnswerComesAgainThenItIsADuplicate() {
        LeasedClaim claim = firstSending();
        answers.finish(claim.id(), answered("{}"), Optional.of(answer("a-1", claim)));

        assertThat(answers.finish(claim.id(), answered("{}"), Optional.of(answer("a-1", claim))))
                .isEqualTo(Finish.DUPLICATE);
        assertThat(answers.keep(answer("a-1", claim), Optional.empty(), false)).isFalse();
    }

    @Test
    void whenEightEndTheClaimAtOnceThenOneDoes() throws Exception {
        LeasedClaim claim = firstSending();
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        CountDownLatch together = new CountDownLatch(1);
        List<Future<Finish>> ends = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String id = "a-" + i / 2;
            ends.add(nodes.submit(() -> {
                together.await();
                return answers.finish(claim.id(), answered("{}"), Optional.of(answer(id, claim)));
            }));
        }
        together.countDown();
        List<Finish> finishes = new ArrayList<>();
        for (Future<Finish> end : ends) {
            finishes.add(end.get());
        }
        nodes.shutdown();

        assertThat(finishes).containsExactlyInAnyOrder(Finish.DONE, Finish.LATE, Finish.LATE, Finish.LATE,
                Finish.DUPLICATE, Finish.DUPLICATE, Finish.DUPLICATE, Finish.DUPLICATE);
    }

    @Test
    void whenTheAnswerIsFasterThanTheMarkSentThenTheClaimStaysAnswered() {
        LeasedClaim claim = firstSending();
        answers.finish(claim.id(), answered("{}"), Optional.of(answer("a-1", claim)));

        queue.sent(claim);

        assertThat(state(claim.id())).isEqualTo(ClaimState.ANSWERED);
        assertThat(attemptOutcomes(claim.id())).containsExactly("sent");
    }

    @Test
    void whenTheClaimHasEndedThenNothingMayBeSent() {
        queue.notSent(firstSending(), LATER);
        LeasedClaim claim = leasedAgain();
        answers.finish(claim.id(), answered("{}"), Optional.empty());

        assertThatThrownBy(() -> queue.resend(claim)).hasMessage("transport EID-LEASE-LOST");
    }

    @Test
    void whenThereIsNoSuchClaimThenItCannotEnd() {
        assertThatThrownBy(() -> answers.finish(UUID.randomUUID(), answered("{}"), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Outcome(ClaimState.SENT, "{}", Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whenAMessageAnswersAnAttemptThenItsClaimIsFound() {
        LeasedClaim claim = firstSending();
        String messageId = claim.attempt().orElseThrow().messageId().toString();

        assertThat(answers.correlate(messageId))
                .contains(new CorrelatedClaim(claim.id(), ClaimState.SENDING, "shop", "http", Optional.empty()));
        assertThat(answers.correlate(" " + messageId.toUpperCase(java.util.Locale.ROOT) + "\n")).isPresent();
        answers.finish(claim.id(), answered("{}"), Optional.empty());
        assertThat(answers.correlate(messageId).orElseThrow().state()).isEqualTo(ClaimState.ANSWERED);
        assertThat(answers.correlate(messageId().toString())).isEmpty();
        assertThat(answers.correlate("no uuid")).isEmpty();
    }

    @Test
    void whenAnAnswerEndsNothingThenItIsKeptOnce() {
        LeasedClaim claim = firstSending();
        ReceivedAnswer foreign = new ReceivedAnswer("f-1", "of somebody else", "MessagePrimaryContent", ENVELOPE);

        assertThat(answers.keep(foreign, Optional.empty(), false)).isTrue();
        assertThat(answers.keep(foreign, Optional.empty(), false)).isFalse();
        assertThat(answers.keep(answer("i-1", claim), Optional.of(claim.id()), true)).isTrue();
        assertThat(state(claim.id())).isEqualTo(ClaimState.SENDING);
    }

    @Test
    void whenTheSameContentIsQuarantinedAgainThenItIsOnlyCounted() {
        UUID id = answers.quarantine("signature", ENVELOPE);
        open(KeysetFile.rotate(keysetFile));

        assertThat(answers.quarantine("signature", ENVELOPE)).isEqualTo(id);
        answers.quarantine("signature", "other".getBytes(UTF_8));

        assertThat(quarantined()).isEqualTo(2);
        assertThat(jdbc.sql("select times from quarantine where id = :id").param("id", id).query(Integer.class)
                .single()).isEqualTo(2);
    }

    @Test
    void whenAMessageIsDeliveredAgainThenItIsOnlyCountedAndStaysAsLongAsItComes() {
        String delivered = "<s:Envelope><DeliveryTimestamp>%s</DeliveryTimestamp><a/><SignatureValue>%s</SignatureValue></s:Envelope>";
        UUID id = answers.quarantine("signature", delivered.formatted("1", "x").getBytes(UTF_8));
        jdbc.sql("update quarantine set received_at = received_at - interval '8' day, last_seen_at = received_at - interval '8' day")
                .update();

        assertThat(answers.quarantine("signature", delivered.formatted("2", "y").getBytes(UTF_8))).isEqualTo(id);
        retention.erase(Duration.ZERO, WEEK, WEEK);

        assertThat(quarantined()).isEqualTo(1);
        jdbc.sql("update quarantine set last_seen_at = received_at").update();
        retention.erase(Duration.ZERO, WEEK, WEEK);
        assertThat(quarantined()).isZero();
    }

    @Test
    void whenTheCallerHasTheResponseThenTheClaimIsDelivered() {
        UUID answered = acceptedWithReplyTo("{}");
        UUID expired = acceptedWithReplyTo("{ }");
        answers.finish(answered, answered("{}"), Optional.empty());
        answers.finish(expired, new Outcome(ClaimState.EXPIRED, "{}", Optional.empty()), Optional.empty());
        assertThat(leasedDeliveries()).containsExactlyInAnyOrder(answered, expired);
        assertThat(leasedDeliveries()).isEmpty();

        deliveries.delivered(List.of(answered, expired));

        assertThat(state(answered)).isEqualTo(ClaimState.DELIVERED);
        assertThat(state(expired)).isEqualTo(ClaimState.EXPIRED);
        assertThat(store.find(expired).orElseThrow().deliveredAt()).isPresent();
        assertThat(deliveriesDue()).isEmpty();
    }

    @Test
    void whenADeliveryFailsOrItsOwnerDiesThenItIsDueAgain() {
        UUID claim = acceptedWithReplyTo("{}");
        answers.finish(claim, answered("{}"), Optional.empty());
        deliveries.lease(10, LEASE);
        deliveries.retryLater(claim, LATER);
        assertThat(leasedDeliveries()).isEmpty();

        assertThat(deliveriesDue()).containsExactly(claim);
    }

    @Test
    void whenADeliveryIsGivenUpThenItIsNotDueAndTheResponseStays() {
        UUID claim = acceptedWithReplyTo("{}");
        answers.finish(claim, answered("{\"r\":1}"), Optional.empty());
        deliveries.lease(10, LEASE);

        deliveries.giveUp(claim);

        assertThat(deliveriesDue()).isEmpty();
        assertThat(store.find(claim).orElseThrow().response()).contains("{\"r\":1}");
        assertThat(state(claim)).isEqualTo(ClaimState.ANSWERED);
    }

    @Test
    void whenTheCallerAsksOnceMoreThenTheResponseIsBroughtAgainAsLongAsItIsThere() {
        UUID claim = acceptedWithReplyTo("{}");
        assertThat(deliveries.again(claim)).isTrue();
        assertThat(deliveriesDue()).isEmpty();
        answers.finish(claim, answered("{}"), Optional.empty());
        deliveries.delivered(List.of(claim));

        assertThat(deliveries.again(claim)).isTrue();
        assertThat(deliveries.again(claim)).isTrue();
        assertThat(deliveriesDue()).containsExactly(claim);
        deliveries.giveUp(claim);
        assertThat(deliveries.again(claim)).isTrue();
        assertThat(deliveriesDue()).containsExactly(claim);
        retention.erase(Duration.ZERO, WEEK, WEEK);
        assertThat(deliveries.again(claim)).isFalse();
        assertThat(deliveriesDue()).isEmpty();
    }

    @Test
    void whenADeliveryFailedBeforeThenItIsCountedAndItsDeadlineIsTheDatabases() {
        UUID claim = acceptedWithReplyTo("{}");
        answers.finish(claim, answered("{}"), Optional.empty());
        deliveries.retryLater(claim, Duration.ZERO);

        assertThat(deliveries.lease(10, Duration.ZERO)).containsExactly(new DueDelivery(claim, 1, false, Optional.empty()));
        jdbc.sql("update outcome set final_at = final_at - interval '2' day").update();
        assertThat(deliveries.lease(10, LEASE)).containsExactly(new DueDelivery(claim, 1, true, Optional.empty()));
    }

    @Test
    void whenTheCallerComesForTheResponseThenNothingWaitsForDelivery() {
        UUID claim = accepted("{}");
        answers.finish(claim, answered("{}"), Optional.empty());

        assertThat(deliveriesDue()).isEmpty();
        deliveries.delivered(List.of(claim));
        assertThat(state(claim)).isEqualTo(ClaimState.DELIVERED);
    }

    @Test
    void whenTheRetentionEndsThenContentsGoFirstAndIdsLater() {
        LeasedClaim claim = firstSending();
        answers.finish(claim.id(), answered("{}"), Optional.of(answer("a-1", claim)));
        UUID undelivered = acceptedWithReplyTo("{ }");
        answers.finish(undelivered, answered("{}"), Optional.empty());
        answers.quarantine("signature", ENVELOPE);
        UUID open = accepted("{  }");
        assertThat(retention.erase(Duration.ofHours(1), WEEK, WEEK)).isEqualTo(new Erased(0, 0, 0, 0));

        assertThat(retention.erase(Duration.ZERO, WEEK, WEEK)).isEqualTo(new Erased(2, 1, 1, 0));

        assertThat(store.find(claim.id()).orElseThrow().response()).isEmpty();
        assertThat(answers.correlate(claim.attempt().orElseThrow().messageId().toString())).isPresent();
        assertThat(known("a-1")).isTrue();
        assertThat(deliveriesDue()).isEmpty();

        assertThat(retention.erase(Duration.ZERO, Duration.ZERO, Duration.ZERO)).isEqualTo(new Erased(0, 0, 0, 2));

        assertThat(store.find(claim.id())).isEmpty();
        assertThat(answers.correlate(claim.attempt().orElseThrow().messageId().toString())).isEmpty();
        assertThat(known("a-1")).isFalse();
        assertThat(quarantined()).isZero();
        assertThat(state(open)).isEqualTo(ClaimState.ACCEPTED);
    }

    @Test
    void whenIdsWouldGoBeforeContentsThenTheRetentionIsRefused() {
        assertThatThrownBy(() -> retention.erase(WEEK, Duration.ofDays(1), Duration.ofDays(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<UUID> deliveriesDue() {
        jdbc.sql("update delivery set due_at = current_timestamp - interval '1' second").update();
        return leasedDeliveries();
    }

    private List<UUID> leasedDeliveries() {
        return deliveries.lease(10, LEASE).stream().map(DueDelivery::claim).toList();
    }
}
