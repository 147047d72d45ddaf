package io.eidroutes.consent;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * The HTTP callers that wait for the answer to their claim. A caller who waits is an entry in a map, not a thread.
 * An answer that this process brings wakes its callers at once; one that another node stored is found by
 * {@link #lookUp()}.
 */
final class WaitingCallers {

    private final ClaimStore claims;
    private final Executor answeringCallers;
    private final Map<UUID, Waiting> waiting = new HashMap<>();

    /** The callers of one claim: they share the answer, each has a time limit of its own. */
    private static final class Waiting {
        private final CompletableFuture<ClaimResult> answer = new CompletableFuture<>();
        private int callers;
    }

    WaitingCallers(ClaimStore claims, Executor answeringCallers) {
        this.claims = claims;
        this.answeringCallers = answeringCallers;
    }

    /**
     * Waits for the claim's answer; empty when the time is over.
     *
     * @param justCreated the claim is new, so that its answer is hardly there yet: if it is, {@link #lookUp} finds it
     */
    CompletionStage<Optional<ClaimResult>> await(UUID claim, Duration atMost, boolean justCreated) {
        if (atMost.isZero()) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<ClaimResult> answer = enter(claim);
        if (!justCreated) {
            // The answer may have been there before this caller was.
            claims.find(claim).filter(stored -> stored.state().isFinal())
                    .ifPresent(stored -> answer.complete(ClaimResult.of(stored)));
        }
        return answer.thenApply(Optional::of)
                .completeOnTimeout(Optional.empty(), atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((result, failure) -> leave(claim))
                .thenApplyAsync(result -> result, answeringCallers);
    }

    /** Whether somebody waits for that claim here. */
    boolean waitFor(UUID claim) {
        synchronized (waiting) {
            return waiting.containsKey(claim);
        }
    }

    /** Gives the answer to whoever waits for it here. */
    void wake(ClaimResult result) {
        Waiting entry;
        synchronized (waiting) {
            entry = waiting.get(result.id());
        }
        if (entry != null) {
            entry.answer.complete(result);
        }
    }

    /** Looks in the store for answers that another node brought. */
    void lookUp() {
        List<UUID> ids;
        synchronized (waiting) {
            ids = List.copyOf(waiting.keySet());
        }
        if (ids.isEmpty()) {
            return;
        }
        claims.states(ids).forEach((id, state) -> {
            if (state.isFinal()) {
                claims.find(id).map(ClaimResult::of).ifPresent(this::wake);
            }
        });
    }

    /** How many claims somebody waits for. */
    int size() {
        synchronized (waiting) {
            return waiting.size();
        }
    }

    private CompletableFuture<ClaimResult> enter(UUID claim) {
        synchronized (waiting) {
            Waiting entry = waiting.computeIfAbsent(claim, id -> new Waiting());
            entry.callers++;
            return entry.answer;
        }
    }

    private void leave(UUID claim) {
        synchronized (waiting) {
            Waiting entry = waiting.get(claim);
            if (entry != null && --entry.callers == 0) {
                waiting.remove(claim);
            }
        }
    }
}
