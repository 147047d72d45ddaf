package io.eidroutes.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store as an operator sees it. */
abstract class DeskContract extends StoreContract {

    private ClaimDesk desk;

    @BeforeEach
    void openDesk() {
        desk = new ClaimDesk(jdbc, database().transactions());
    }

    @Test
    void whenAnUncertainClaimIsReissuedThenItIsMappedAnewAndItsDoubtIsKept() {
        LeasedClaim claim = uncertain();

        WaitingClaim shown = desk.uncertain(10).get(0);
        assertThat(shown.id()).isEqualTo(claim.id());
        assertThat(shown.heldFor()).contains("StaleMessageId");
        assertThat(shown.messages()).singleElement().satisfies(sending -> {
            assertThat(sending.messageId()).isEqualTo(claim.attempt().orElseThrow().messageId());
            assertThat(sending.mayHaveArrived()).isTrue();
        });
        assertThat(desk.reissue(claim.id())).isEqualTo(ClaimDesk.Done.YES);

        assertThat(desk.uncertain(10)).isEmpty();
        LeasedClaim again = leased();
        assertThat(again.attempt()).isEmpty();
        assertThat(again.attempts()).isEqualTo(1);
        assertThat(again.everUnclear()).isTrue();
        LeasedClaim sending = sending(again);
        assertThat(sending.attempt().orElseThrow().n()).isEqualTo(2);
        assertThat(queue.reissue(sending, 9)).as("by itself").isFalse();
        queue.uncertain(sending);
        assertThat(desk.reissue(claim.id())).isEqualTo(ClaimDesk.Done.YES);
    }

    @Test
    void whenAClaimIsNotUncertainOrItsTimeIsOverThenItIsNotReissued() {
        UUID accepted = accepted("{}");
        assertThat(desk.reissue(accepted)).isEqualTo(ClaimDesk.Done.NOT_NOW);
        assertThat(desk.reissue(UUID.randomUUID())).isEqualTo(ClaimDesk.Done.UNKNOWN);
        jdbc.sql("delete from claim").update();

        LeasedClaim claim = uncertain();
        jdbc.sql("update claim set end_of_life = current_timestamp - interval '1' second").update();
        assertThat(desk.reissue(claim.id())).isEqualTo(ClaimDesk.Done.TOO_LATE);
        assertThat(state(claim.id())).isEqualTo(ClaimState.UNCERTAIN);

        answers.finish(claim.id(), answered("{}"), Optional.empty());
        assertThat(desk.reissue(claim.id())).isEqualTo(ClaimDesk.Done.UNKNOWN);
    }

    @Test
    void whenAnAnswerToTheFirstMessageComesAfterAllThenItEndsTheReissuedClaim() {
        LeasedClaim claim = uncertain();
        desk.reissue(claim.id());
        LeasedClaim second = sending(leased());

        assertThat(answers.correlate(claim.attempt().orElseThrow().messageId().toString()).orElseThrow().id()).isEqualTo(claim.id());
        assertThat(answers.finish(claim.id(), answered("{}"), Optional.of(answer("a-1", claim)))).isEqualTo(Finish.DONE);
        assertThat(answers.finish(claim.id(), answered("{}"), Optional.of(answer("a-2", second)))).isEqualTo(Finish.LATE);
    }

    @Test
    void whenAClaimIsHeldThenItIsShownUntilItsNextTryWhichCanBeNow() {
        LeasedClaim claim = firstSending();
        desk.hold(claim, "CertificateIsExpired");
        queue.refused(claim, LATER, true);
        accepted("{\"other\":1}");

        assertThat(desk.held(10)).extracting(WaitingClaim::id).containsExactly(claim.id());
        assertThat(desk.held(10).get(0).heldFor()).contains("CertificateIsExpired");
        ClaimFigures figures = desk.figures();
        assertThat(figures.held()).isEqualTo(1);
        assertThat(figures.all()).isEqualTo(2);
        assertThat(figures.open()).containsEntry(ClaimState.ACCEPTED, 1L).containsEntry(ClaimState.SENDING, 1L);
        assertThat(queue.lease("node-2", 10, LEASE)).hasSize(1);
        assertThat(desk.tryNow(claim.id())).isEqualTo(ClaimDesk.Done.YES);

        assertThat(queue.lease("node-2", 10, LEASE)).extracting(LeasedClaim::id).containsExactly(claim.id());
        assertThat(desk.held(10)).isEmpty();
        assertThat(desk.tryNow(claim.id())).isEqualTo(ClaimDesk.Done.NOT_NOW);
        assertThat(desk.tryNow(UUID.randomUUID())).isEqualTo(ClaimDesk.Done.UNKNOWN);
    }

    @Test
    void whenAllAreTriedNowThenOnlyThoseThatAreHeld() {
        LeasedClaim held = firstSending();
        desk.hold(held, "AccessDenied");
        queue.notSent(held, LATER);
        queue.notSent(firstSending(), LATER);

        assertThat(desk.tryAllNow()).isEqualTo(1);
        assertThat(queue.lease("node-2", 10, LEASE)).extracting(LeasedClaim::id).containsExactly(held.id());
    }

    @Test
    void whenTheLeaseIsLostThenNothingIsNoted() {
        LeasedClaim lost = firstSending();
        leasedAgain();

        desk.hold(lost, "AccessDenied");

        assertThat(desk.held(10)).isEmpty();
    }

    @Test
    void whenAnOwnerStopsThenItsClaimsAreAnothersAtOnceAndMayHaveArrived() {
        LeasedClaim claim = firstSending();
        accepted("{\"other\":1}");
        assertThat(queue.lease("node-2", 10, LEASE)).hasSize(1);

        assertThat(queue.giveBack(claim.owner())).isEqualTo(1);

        List<LeasedClaim> taken = queue.lease("node-3", 10, LEASE);
        assertThat(taken).extracting(LeasedClaim::id).containsExactly(claim.id());
        assertThat(taken.get(0).everUnclear()).isTrue();
        assertThat(taken.get(0).attempt().orElseThrow().envelope()).isEqualTo(ENVELOPE);
        assertThat(queue.giveBack(claim.owner())).isZero();
    }

    @Test
    void whenOnlyThosePastTheirDeadlineAreLeasedThenTheOthersWait() {
        UUID past = accepted("{}");
        jdbc.sql("update claim set end_of_life = current_timestamp - interval '1' second").update();
        accepted("{\"other\":1}");

        List<LeasedClaim> leased = queue.leasePastDeadline("node-1", 10, LEASE);

        assertThat(leased).extracting(LeasedClaim::id).containsExactly(past);
        assertThat(leased.get(0).pastEndOfLife()).isTrue();
        assertThat(queue.leasePastDeadline("node-1", 10, LEASE)).isEmpty();
    }

    @Test
    void whenAKeyWasUsedThenItIsKnownToItsClientAndDoorAlone() {
        store.accept(claim("key-1", "{}"));

        assertThat(store.knows("shop", "http", "key-1")).isTrue();
        assertThat(store.knows("shop", "http", "key-2")).isFalse();
        assertThat(store.knows("other", "http", "key-1")).isFalse();
        assertThat(store.knows("shop", "jms", "key-1")).isFalse();
    }

    @Test
    void whenAnAnswerIsBelievedThenItsEarlierDeliveryLeavesQuarantine() {
        LeasedClaim claim = firstSending();
        ReceivedAnswer answer = answer("a-1", claim);
        answers.quarantine("EID-SIGNATURE-UNTRUSTED", answer.content());
        answers.quarantine("EID-SIGNATURE-UNTRUSTED", "<another/>".getBytes(UTF_8));
        assertThat(desk.figures().quarantinedAnswers()).isEqualTo(2);

        answers.finish(claim.id(), answered("{}"), Optional.of(answer));

        assertThat(quarantined()).isEqualTo(1);
    }

    @Test
    void whenQuarantineIsKeptForLessThanIdsThenItAloneIsErased() {
        answers.quarantine("unreadable-answer", "<secret/>".getBytes(UTF_8));
        LeasedClaim claim = firstSending();
        answers.finish(claim.id(), answered("{}"), Optional.of(answer("a-1", claim)));

        retention.erase(WEEK, WEEK, Duration.ofHours(1));
        assertThat(quarantined()).isEqualTo(1);
        retention.erase(WEEK, WEEK, Duration.ZERO);

        assertThat(quarantined()).isZero();
        assertThat(store.find(claim.id())).isPresent();
        assertThat(known("a-1")).isTrue();
    }

    @Test
    void whenAGivenUpAnswerIsPutBackThenItIsTriedForAsLongAgainUntilItIsDropped() {
        AtomicInteger woken = new AtomicInteger();
        GivenUpAnswers letters = new GivenUpAnswers(jdbc, database().transactions(), woken::incrementAndGet);
        UUID id = acceptedWithReplyTo("{}");
        answers.finish(id, answered("{}"), Optional.empty());
        assertThat(letters.putBack(id.toString())).as("not given up").isFalse();
        jdbc.sql("update outcome set final_at = current_timestamp - interval '36500' day").update();
        assertThat(deliveries.lease(10, LEASE)).extracting(DueDelivery::pastDeadline).containsExactly(true);
        deliveries.giveUp(id);

        assertThat(letters.list(10)).singleElement().satisfies(letter -> {
            assertThat(letter.id()).isEqualTo(id.toString());
            assertThat(letter.about()).containsEntry("client", "shop").containsKey("deliveryId");
        });
        assertThat(deliveries.lease(10, LEASE)).isEmpty();
        assertThat(letters.putBack(id.toString())).isTrue();

        assertThat(woken).hasValue(1);
        assertThat(deliveries.lease(10, LEASE)).containsExactly(new DueDelivery(id, 0, false, Optional.empty()));
        deliveries.giveUp(id);
        assertThat(letters.drop(id.toString())).isTrue();
        assertThat(letters.drop(id.toString())).isFalse();
        assertThat(letters.list(10)).isEmpty();
        assertThat(store.find(id).orElseThrow().response()).contains("{}");
    }

    private LeasedClaim uncertain() {
        LeasedClaim claim = firstSending();
        queue.unclear(claim, LATER);
        LeasedClaim again = queue.resend(leasedAgain());
        desk.hold(again, "StaleMessageId");
        queue.uncertain(again);
        return again;
    }
}
