package io.eidroutes.consent;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings claims that are due to the routes: {@code direct:send}, or {@code direct:expire} past their deadline.
 * A claim that this node accepts is handed over in memory; any other is found by asking the store, at once while
 * there is a backlog and at an interval else.
 */
public final class ClaimDispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimDispatcher.class);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final ClaimQueue queue;
    private final CamelContext camel;
    private final ConsentSettings.Dispatch settings;
    private final String owner = UUID.randomUUID().toString();
    private final Semaphore hands;
    private final Semaphore wakeUps = new Semaphore(0);

    private volatile boolean backlog;
    private volatile boolean running;
    private ExecutorService workers;
    private Thread search;
    private ProducerTemplate routes;

    ClaimDispatcher(ClaimQueue queue, CamelContext camel, ConsentSettings.Dispatch settings) {
        this.queue = queue;
        this.camel = camel;
        this.settings = settings;
        this.hands = new Semaphore(settings.workers());
    }

    /** The name under which this process leases claims. */
    String owner() {
        return owner;
    }

    Duration lease() {
        return settings.lease();
    }

    /** Takes a free hand; false where there is none, and the claim then waits in the store. */
    boolean reserve() {
        boolean reserved = running && hands.tryAcquire();
        if (!reserved) {
            backlog = true;
        }
        return reserved;
    }

    /** Gives back a hand that was not needed. */
    void release() {
        hands.release();
        if (backlog) {
            wakeUps.release();
        }
    }

    /** Sends a leased claim with the hand that was reserved for it. */
    void dispatch(LeasedClaim claim) {
        workers.execute(() -> {
            try {
                send(claim);
            } finally {
                release();
            }
        });
    }

    private void send(LeasedClaim claim) {
        String route = claim.pastEndOfLife() ? "direct:expire" : "direct:send";
        Exchange sent = routes.send(route, exchange -> {
            exchange.setVariable("claim", claim);
            exchange.setVariable("claimId", claim.id());
            exchange.setVariable("failedTries", claim.faults() + 1);
            exchange.setVariable("stored", claim.attempt().isPresent());
            exchange.getMessage().setBody(claim.payload());
        });
        if (sent.getException() != null) {
            // Not even its failure could be treated: the lease runs out, and the claim is taken up again.
            LOG.error("Claim {} is left until its lease runs out: {}", claim.id(), sent.getException().getClass().getName());
        }
    }

    private void searchForWork() {
        while (running) {
            try {
                if (hands.availablePermits() > 0) {
                    leaseWhatIsDue();
                }
                wakeUps.tryAcquire(settings.interval().toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("The store could not be asked for work: {}", e.getClass().getName());
                pause();
            }
        }
    }

    private void leaseWhatIsDue() {
        int free = hands.drainPermits();
        int used = 0;
        try {
            backlog = false;
            List<LeasedClaim> due = queue.lease(owner, free, settings.lease());
            backlog = backlog || due.size() == free;
            for (LeasedClaim claim : due) {
                used++;
                dispatch(claim);
            }
        } finally {
            hands.release(free - used);
        }
    }

    private void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(settings.interval().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins once the routes stand; Spring would start this before them. */
    @Override
    public void start() {
        routes = camel.createProducerTemplate();
        AtomicInteger number = new AtomicInteger();
        workers = Executors.newFixedThreadPool(settings.workers(),
                task -> new Thread(task, "send-" + number.incrementAndGet()));
        running = true;
        search = new Thread(this::searchForWork, "find-claims");
        search.start();
    }

    @Override
    public void stop() {
        running = false;
        search.interrupt();
        workers.shutdown();
        try {
            if (!workers.awaitTermination(STOP.toSeconds(), TimeUnit.SECONDS)) {
                LOG.warn("Some claims were still being sent; their leases will run out");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /** Stops before anything else does. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
