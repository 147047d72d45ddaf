package io.eidroutes.http;

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
import java.util.function.Supplier;

/**
 * Callers that wait for something with an id to end. A caller who waits is an entry in a map, not a thread. Several may
 * wait for the same; each has a time limit of its own.
 *
 * @param <R> what they wait for
 */
public final class Waiters<R> {

    private final Executor answeringCallers;
    private final Map<UUID, Waiting<R>> waiting = new HashMap<>();
    private volatile boolean closed;

    private static final class Waiting<R> {
        private final CompletableFuture<Optional<R>> answer = new CompletableFuture<>();
        private int callers;
    }

    /** @param answeringCallers goes on with those who waited */
    public Waiters(Executor answeringCallers) {
        this.answeringCallers = answeringCallers;
    }

    /**
     * Waits; empty when the time is over.
     *
     * @param already asked once the caller waits: what it waits for may have been there before
     */
    public CompletionStage<Optional<R>> await(UUID id, Duration atMost, Supplier<Optional<R>> already) {
        if (atMost.isZero() || closed) {
            return CompletableFuture.completedFuture(Optional.empty());
        }
        CompletableFuture<Optional<R>> answer = enter(id);
        try {
            Optional<R> there = already.get();
            if (there.isPresent() || closed) {
                answer.complete(there);
            }
        } catch (RuntimeException e) {
            // Nobody waits any more, and nobody would take the entry away.
            leave(id);
            throw e;
        }
        return answer.copy()
                .completeOnTimeout(Optional.empty(), atMost.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((result, failure) -> leave(id))
                .thenApplyAsync(result -> result, answeringCallers);
    }

    /** Whether somebody waits for that here. */
    public boolean waitFor(UUID id) {
        synchronized (waiting) {
            return waiting.containsKey(id);
        }
    }

    /** Gives it to whoever waits for it here. */
    public void wake(UUID id, R result) {
        Waiting<R> entry;
        synchronized (waiting) {
            entry = waiting.get(id);
        }
        if (entry != null) {
            entry.answer.complete(Optional.of(result));
        }
    }

    /** Lets everybody go with nothing; nobody waits from now on. */
    public void close() {
        List<Waiting<R>> everybody;
        synchronized (waiting) {
            closed = true;
            everybody = List.copyOf(waiting.values());
        }
        everybody.forEach(entry -> entry.answer.complete(Optional.empty()));
    }

    /** What somebody waits for. */
    public List<UUID> ids() {
        synchronized (waiting) {
            return List.copyOf(waiting.keySet());
        }
    }

    private CompletableFuture<Optional<R>> enter(UUID id) {
        synchronized (waiting) {
            Waiting<R> entry = waiting.computeIfAbsent(id, key -> new Waiting<>());
            entry.callers++;
            return entry.answer;
        }
    }

    private void leave(UUID id) {
        synchronized (waiting) {
            Waiting<R> entry = waiting.get(id);
            if (entry != null && --entry.callers == 0) {
                waiting.remove(id);
            }
        }
    }
}
