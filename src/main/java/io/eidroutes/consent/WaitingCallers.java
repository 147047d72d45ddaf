package io.eidroutes.consent;

import io.eidroutes.http.Waiters;
import io.eidroutes.store.StoreSignals;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The HTTP callers that wait for the answer to their claim. An answer that this process brings wakes its callers at
 * once. Of one that another node brings that node tells, and should it not be heard, {@link #lookUp()} finds it.
 */
final class WaitingCallers {

    private static final Logger LOG = LoggerFactory.getLogger(WaitingCallers.class);
    private static final String ENDED = "claim-ended";

    private final ClaimStore claims;
    private final StoreSignals signals;
    private final Waiters<ClaimResult> waiters;

    WaitingCallers(ClaimStore claims, StoreSignals signals, Executor answeringCallers) {
        this.claims = claims;
        this.signals = signals;
        signals.listen(ENDED, this::endedElsewhere);
        this.waiters = new Waiters<>(answeringCallers);
    }

    /**
     * Waits for the claim's answer; empty when the time is over.
     *
     * @param justCreated the claim is new, so that its answer is hardly there yet: if it is, {@link #lookUp} finds it
     */
    CompletionStage<Optional<ClaimResult>> await(UUID claim, Duration atMost, boolean justCreated) {
        return waiters.await(claim, atMost, () -> justCreated ? Optional.empty()
                : claims.find(claim).filter(stored -> stored.state().isFinal()).map(ClaimResult::of));
    }

    /** Whether somebody waits for that claim here. */
    boolean waitFor(UUID claim) {
        return waiters.waitFor(claim);
    }

    /** Gives the answer to whoever waits for it here. */
    void wake(ClaimResult result) {
        waiters.wake(result.id(), result);
    }

    /**
     * Within the transaction that ends a claim here: tells the other nodes, unless who waits for it waits here. Should
     * callers of two nodes wait for one claim, which takes the same idempotency key at both, the other finds it by itself.
     */
    void ended(UUID claim) {
        if (!waiters.waitFor(claim)) {
            signals.tell(ENDED, claim);
        }
    }

    private void endedElsewhere(List<UUID> ended) {
        if (ended.isEmpty()) {
            lookUp();
        }
        ended.stream().filter(waiters::waitFor).forEach(this::wakeForTheEnded);
    }

    private void wakeForTheEnded(UUID id) {
        try {
            claims.find(id).filter(claim -> claim.state().isFinal()).map(ClaimResult::of).ifPresent(this::wake);
        } catch (RuntimeException e) {
            // Those who wait for the others are not to wait for this one.
            LOG.error("Claim {} has ended, and its answer cannot be read for who waits: {}", id, e.getClass().getName());
        }
    }

    /** Looks in the store for answers that another node brought. */
    void lookUp() {
        List<UUID> ids = waiters.ids();
        if (ids.isEmpty()) {
            return;
        }
        claims.states(ids).forEach((id, state) -> {
            if (state.isFinal()) {
                wakeForTheEnded(id);
            }
        });
    }

    /** Lets everybody go: they come again for their answers, here or elsewhere. */
    void close() {
        waiters.close();
    }

    /** How many claims somebody waits for. */
    int size() {
        return waiters.ids().size();
    }
}
