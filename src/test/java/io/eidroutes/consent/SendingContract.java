package io.eidroutes.consent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.privacy.KeysetFile;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

abstract class SendingContract extends StoreContract {

    @Test
    void whenEightThreadsLeaseThenEachClaimHasOneOwner() throws Exception {
        for (int i = 0; i < 120; i++) {
            accepted("{\"n\":" + i + "}");
        }
        ExecutorService nodes = Executors.newFixedThreadPool(8);
        List<Future<List<UUID>>> shares = new ArrayList<>();
        for (int node = 0; node < 8; node++) {
            String owner = "node-" + node;
            shares.add(nodes.submit(() -> {
                List<UUID> mine = new ArrayList<>();
                while (someAreDue()) {
                    queue.lease(owner, 5, LEASE).forEach(claim -> mine.add(claim.id()));
                }
                return mine;
            }));
        }
        List<UUID> all = new ArrayList<>();
        for (Future<List<UUID>> share : shares) {
            all.addAll(share.get());
        }
        nodes.shutdown();

        assertThat(all).hasSize(120).doesNotHaveDuplicates();
    }

    @Test
    void whenLeasedThenAllThatIsNeededToSendIsThere() {
        UUID id = accepted("{\"a\":1}");

        LeasedClaim claim = leased();

        assertThat(claim.id()).isEqualTo(id);
        assertThat(claim.owner()).isEqualTo("node-1");
        assertThat(claim.payload()).isEqualTo("{\"a\":1}".getBytes(UTF_8));
        assertThat(claim.routingCode()).isEqualTo("TESIA");
        assertThat(claim.attempt()).isEmpty();
        assertThat(claim.pastEndOfLife()).isFalse();
        assertThat(claim.everUnclear()).isFalse();
        assertThat(queue.lease("node-2", 10, LEASE)).isEmpty();
    }

    @Test
    void whenTheLeaseEndsThenAnotherTakesOverAndTheFirstCanWriteNoMore() {
        accepted("{}");
        LeasedClaim first = leased();

        LeasedClaim second = leasedAgain();

        assertThat(second.fence()).isGreaterThan(first.fence());
        assertThat(second.tries()).isEqualTo(1);
        assertThatThrownBy(() -> sending(first)).hasMessage("transport EID-LEASE-LOST");
        assertThatThrownBy(() -> queue.retryLater(first, LATER)).hasMessage("transport EID-LEASE-LOST");
        assertThat(attemptOutcomes(first.id())).isEmpty();
        queue.sent(sending(second));
        assertThat(state(first.id())).isEqualTo(ClaimState.SENT);
    }

    @Test
    void whenTheOwnerDiedWhileSendingThenTheAttemptMayHaveArrived() {
        LeasedClaim dead = firstSending();

        LeasedClaim heir = leasedAgain();

        assertThat(heir.everUnclear()).isTrue();
        Attempt attempt = heir.attempt().orElseThrow();
        assertThat(attempt.everUnclear()).isTrue();
        assertThat(attempt.messageId()).isEqualTo(dead.attempt().orElseThrow().messageId());
        assertThat(attempt.envelope()).isEqualTo(ENVELOPE);
        assertThatThrownBy(() -> queue.sent(dead)).hasMessage("transport EID-LEASE-LOST");
        assertThat(attemptOutcomes(dead.id())).containsExactly("unclear");
    }

    @Test
    void whenSentThenItIsDueAtItsDeadlineOnly() {
        LeasedClaim claim = firstSending();

        queue.sent(claim);

        assertThat(state(claim.id())).isEqualTo(ClaimState.SENT);
        assertThat(dueAt(claim)).isEqualTo(claim.endOfLife());
        assertThat(queue.lease("node-2", 10, LEASE)).isEmpty();
        assertThat(leasedAgain().attempt().orElseThrow().everUnclear()).isFalse();
    }

    @Test
    void whenGivenBackThenTheFormerOwnerCanWriteNoMore() {
        LeasedClaim claim = firstSending();
        queue.notSent(claim, LATER);

        assertThatThrownBy(() -> queue.resend(claim)).hasMessage("transport EID-LEASE-LOST");
    }

    @Test
    void whenNotSentThenTheSameBytesGoOutLater() {
        LeasedClaim claim = firstSending();

        queue.notSent(claim, LATER);

        assertThat(queue.lease("node-2", 10, LEASE)).isEmpty();
        LeasedClaim again = leasedAgain();
        assertThat(again.everUnclear()).isFalse();
        assertThat(again.tries()).isEqualTo(1);
        assertThat(again.attempt().orElseThrow().envelope()).isEqualTo(ENVELOPE);
        assertThatThrownBy(() -> sending(again)).isInstanceOf(IllegalStateException.class);
        queue.sent(queue.resend(again));
        assertThat(attemptOutcomes(claim.id())).containsExactly("sent");
    }

    @Test
    void whenTheRetryWouldComeAfterTheDeadlineThenItIsDueAtTheDeadline() {
        LeasedClaim claim = firstSending();

        queue.notSent(claim, WEEK.multipliedBy(2));

        assertThat(dueAt(claim)).isEqualTo(claim.endOfLife());
    }

    @Test
    void whenTheDeadlineHasPassedThenTheLeaseSaysSo() {
        store.accept(new NewClaim("shop", "http", Optional.empty(), "TESIA", "{}".getBytes(UTF_8),
                Duration.ofSeconds(-1), Optional.empty(), Optional.empty()));

        assertThat(leased().pastEndOfLife()).isTrue();
    }

    @Test
    void whenUnclearOnceThenItStaysSoWhateverComesLater() {
        queue.unclear(firstSending(), LATER);
        LeasedClaim again = queue.resend(leasedAgain());
        assertThat(again.everUnclear()).isTrue();
        queue.notSent(again, LATER);

        assertThat(leasedAgain().everUnclear()).isTrue();
    }

    @Test
    void whenRefusedThenANewAttemptIsMadeOnlyIfAskedFor() {
        queue.refused(firstSending(), LATER, false);
        LeasedClaim same = leasedAgain();
        assertThat(same.attempt()).isPresent();

        queue.refused(queue.resend(same), LATER, true);

        LeasedClaim anew = leasedAgain();
        assertThat(anew.attempt()).isEmpty();
        assertThat(sending(anew).attempt().orElseThrow().n()).isEqualTo(2);
        assertThat(attemptOutcomes(anew.id())).containsExactly("superseded", "in-flight");
    }

    @Test
    void whenRefusedAfterAnUnclearAttemptThenTheBytesStay() {
        queue.unclear(firstSending(), LATER);

        queue.refused(queue.resend(leasedAgain()), LATER, true);

        assertThat(leasedAgain().attempt()).isPresent();
    }

    @Test
    void whenReissuedThenItIsDueAtOnceWithoutAnAttempt() {
        LeasedClaim claim = firstSending();

        assertThat(queue.reissue(claim, 4)).isTrue();

        LeasedClaim anew = queue.lease("node-2", 1, LEASE).get(0);
        assertThat(anew.attempt()).isEmpty();
        assertThat(anew.attempts()).isEqualTo(1);
        assertThat(anew.everUnclear()).isFalse();
        assertThatThrownBy(() -> queue.reissue(claim, 4)).hasMessage("transport EID-LEASE-LOST");
    }

    @Test
    void whenAnAttemptWasUnclearThenItIsNotReissued() {
        queue.unclear(firstSending(), LATER);
        LeasedClaim again = queue.resend(leasedAgain());

        assertThat(queue.reissue(again, 4)).isFalse();

        queue.uncertain(again);
        assertThat(state(again.id())).isEqualTo(ClaimState.UNCERTAIN);
        assertThat(dueAt(again)).isEqualTo(again.endOfLife());
    }

    @Test
    void whenThereWereEnoughAttemptsThenItIsNotReissued() {
        assertThat(queue.reissue(firstSending(), 2)).isTrue();

        assertThat(queue.reissue(sending(leasedAgain()), 2)).isFalse();
    }

    @Test
    void whenNothingCouldBeSentThenItIsTriedLater() {
        accepted("{}");

        queue.retryLater(leased(), LATER);

        assertThat(queue.lease("node-2", 10, LEASE)).isEmpty();
        LeasedClaim again = leasedAgain();
        assertThat(again.state()).isEqualTo(ClaimState.ACCEPTED);
        assertThat(again.tries()).isEqualTo(1);
    }

    @Test
    void whenTheKeysetIsRotatedThenWhatIsStoredIsStillRead() {
        queue.notSent(firstSending(), LATER);
        open(KeysetFile.rotate(keysetFile));

        assertThat(leasedAgain().attempt().orElseThrow().envelope()).isEqualTo(ENVELOPE);
    }

    @Test
    void whenTheKeyIsMissingThenTheClaimWaitsInQuarantineAndTheOthersGoOn() {
        UUID unreadable = accepted("{}");
        String others = KeysetFile.generate();
        open(others);
        UUID readable = accepted("{ }");

        assertThat(queue.lease("node-1", 10, LEASE)).extracting(LeasedClaim::id).containsExactly(readable);
        assertThat(state(unreadable)).isEqualTo(ClaimState.QUARANTINED);

        open(keysetFile);
        timePasses();
        assertThat(queue.lease("node-1", 10, LEASE)).extracting(LeasedClaim::id).containsExactly(unreadable);
    }

    @Test
    void whenTheKeyIsMissingAtTheDeadlineThenTheClaimCanStillEnd() {
        store.accept(new NewClaim("shop", "http", Optional.empty(), "TESIA", "{}".getBytes(UTF_8),
                Duration.ofSeconds(-1), Optional.empty(), Optional.empty()));
        open(KeysetFile.generate());

        assertThat(leased().payload()).isEmpty();
    }

    @Test
    void whenAClaimHasEndedThenItIsNotAmongTheOpenOnes() {
        accepted("{}");
        queue.sent(firstSending());
        UUID done = accepted("{ }");
        answers.finish(done, answered("{}"), Optional.empty());

        assertThat(openClaims()).containsExactly("accepted", "sent");
    }

    @Test
    void whenAFaultIsCountedThenOnlyThatIsCounted() {
        LeasedClaim claim = firstSending();
        assertThat(claim.faults()).isZero();
        queue.unclear(claim, LATER);
        LeasedClaim again = queue.resend(leasedAgain());
        queue.countFault(again);
        queue.unclear(again, LATER);

        LeasedClaim third = leasedAgain();

        assertThat(third.faults()).isEqualTo(1);
        assertThat(third.tries()).isEqualTo(2);
        queue.countFault(again);
        assertThat(queue.lease("node-3", 1, LEASE)).isEmpty();
        assertThat(leasedAgain().faults()).as("a former owner counts no more").isEqualTo(1);
    }

    private boolean someAreDue() {
        return jdbc.sql("select exists (select 1 from open_claim where lease_owner is null)").query(Boolean.class).single();
    }

    private Instant dueAt(LeasedClaim claim) {
        return jdbc.sql("select due_at from open_claim where claim_id = :id").param("id", claim.id())
                .query(OffsetDateTime.class).single().toInstant();
    }
}
