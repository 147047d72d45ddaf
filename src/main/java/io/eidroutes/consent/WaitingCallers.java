package io.eidroutes.consent;

import io.eidroutes.http.Waiters;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * The HTTP callers that wait for the answer to their claim. An answer that this process brings wakes its callers at
 * once; one that another node stored is found by {@link #lookUp()}.
 */
final class WaitingCallers {

    private final ClaimStore claims;
    private final Waiters<ClaimResult> waiters;

    WaitingCallers(ClaimStore claims, Executor answeringCallers) {
        this.claims = claims;
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

    /** Looks in the store for answers that another node brought. */
    void lookUp() {
        List<UUID> ids = waiters.ids();
        if (ids.isEmpty()) {
            return;
        }
        claims.states(ids).forEach((id, state) -> {
            if (state.isFinal()) {
                claims.find(id).map(ClaimResult::of).ifPresent(this::wake);
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
