package io.eidroutes.identification.provider;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.http.StrictJson;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The provider's keys: fetched at the first login and again only when a token does not verify with the ones at hand, and
 * then not more often than every few seconds. Logins that need a fetch wait for the same one. A fetch that fails leaves
 * the last good keys in use; one that hangs holds up nobody whose token verifies.
 */
final class ProviderKeys implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderKeys.class);

    private final Source source;
    private final StrictJson json;
    private final Duration pause;
    private final Duration patience;
    private final ScheduledThreadPoolExecutor thread;
    private final Object lock = new Object();
    private KeySet current = KeySet.NONE;
    private CompletableFuture<KeySet> fetch = CompletableFuture.completedFuture(KeySet.NONE);
    private Optional<Long> ended = Optional.empty();

    /** Where the keys come from. */
    interface Source {
        /**
         * The JWK Set as it came.
         *
         * @throws Failure transport
         */
        byte[] fetch();
    }

    /**
     * @param pause   shortest time between the end of a fetch and the next one
     * @param longest how long a fetch may take
     */
    ProviderKeys(Source source, StrictJson json, Duration pause, Duration longest) {
        this.source = source;
        this.json = json;
        this.pause = pause;
        this.patience = pause.plus(longest.multipliedBy(2)).plusSeconds(1);
        this.thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread fetching = new Thread(work, "aitu-keys");
            fetching.setDaemon(true);
            return fetching;
        });
    }

    /**
     * The keys at hand; fetched if there are none yet.
     *
     * @throws Failure id-token {@code keys-unavailable} when there are none to be had
     */
    KeySet atHand() {
        KeySet keys;
        synchronized (lock) {
            keys = current;
        }
        return keys == KeySet.NONE
                ? newerThan(keys).orElseThrow(() -> Failure.of(Family.ID_TOKEN, "keys-unavailable")) : keys;
    }

    /** Keys fetched after these, or nothing where they cannot be fetched now. */
    Optional<KeySet> newerThan(KeySet used) {
        CompletableFuture<KeySet> awaited;
        synchronized (lock) {
            if (current != used) {
                return Optional.of(current);
            }
            if (fetch.isDone()) {
                fetch = new CompletableFuture<>();
                CompletableFuture<KeySet> next = fetch;
                thread.schedule(() -> fetchInto(next), untilNext(), TimeUnit.NANOSECONDS);
            }
            awaited = fetch;
        }
        try {
            return Optional.of(awaited.get(patience.toMillis(), TimeUnit.MILLISECONDS)).filter(keys -> keys != used);
        } catch (TimeoutException | ExecutionException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private long untilNext() {
        return ended.map(then -> Math.max(0, then + pause.toNanos() - System.nanoTime())).orElse(0L);
    }

    private void fetchInto(CompletableFuture<KeySet> awaited) {
        Optional<KeySet> fetched = fetched();
        KeySet keys;
        synchronized (lock) {
            fetched.ifPresent(newer -> current = newer);
            ended = Optional.of(System.nanoTime());
            keys = current;
        }
        awaited.complete(keys);
    }

    private Optional<KeySet> fetched() {
        try {
            Optional<KeySet> keys = KeySet.read(source.fetch(), json);
            if (keys.isEmpty()) {
                LOG.warn("What Aitu Passport serves as its keys is no JWK Set with a usable key; those at hand stay in use");
            }
            return keys;
        } catch (Failure failure) {
            LOG.warn("The keys of Aitu Passport could not be fetched ({}); those at hand stay in use", failure.code());
        } catch (RuntimeException e) {
            LOG.error("The keys of Aitu Passport could not be fetched: {}", e.getClass().getName());
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        synchronized (lock) {
            fetch.complete(current);
        }
    }
}
