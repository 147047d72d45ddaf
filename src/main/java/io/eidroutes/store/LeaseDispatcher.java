package io.eidroutes.store;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds work that is due in the store and gives it to a fixed number of hands. What one node leases no other takes until
 * the lease ends. Work that this node knows of already is handed over in memory; any other is found by asking the store,
 * at once while there is a backlog or another node told of it, and at an interval else. Others are told of work only where
 * this node has no hand free for it.
 *
 * @param <W> a leased piece of work
 */
public final class LeaseDispatcher<W> {

    private static final Logger LOG = LoggerFactory.getLogger(LeaseDispatcher.class);
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Names names;
    private final Queue<W> queue;
    private final Consumer<W> work;
    private final Pace pace;
    private final StoreSignals signals;
    private final String topic;
    private final String owner = UUID.randomUUID().toString();
    private final Semaphore hands;
    private final Semaphore wakeUps = new Semaphore(0);

    private volatile boolean backlog;
    private volatile boolean running;
    private volatile CountDownLatch stopping = new CountDownLatch(1);
    private ExecutorService workers;
    private Thread search;

    /** Where work is leased. */
    public interface Queue<W> {

        /** Leases at most so many pieces of work to that owner, those longest due first. */
        List<W> lease(String owner, int max, Duration lease);
    }

    /**
     * What threads and work are called in thread names and in the log.
     *
     * @param work   the work in the plural, for instance {@code claims}
     * @param worker the prefix of the hands' threads, for instance {@code send}
     */
    public record Names(String work, String worker) {
    }

    /**
     * How much at a time.
     *
     * @param workers  hands
     * @param lease    how long a piece of work is this node's
     * @param interval how often the store is asked for work of which nobody told this node
     */
    public record Pace(int workers, Duration lease, Duration interval) {
    }

    /** @param work what a hand does with a leased piece; it must not throw */
    public LeaseDispatcher(Names names, Queue<W> queue, Consumer<W> work, Pace pace, StoreSignals signals) {
        this.names = names;
        this.queue = queue;
        this.work = work;
        this.pace = pace;
        this.signals = signals;
        this.topic = "work-" + names.work();
        this.hands = new Semaphore(pace.workers());
        signals.listen(topic, ids -> look());
    }

    /** The name under which this process leases. */
    public String owner() {
        return owner;
    }

    /** Takes a free hand; false where there is none, and the work then waits in the store. */
    public boolean reserve() {
        boolean reserved = running && hands.tryAcquire();
        if (!reserved) {
            backlog = true;
        }
        return reserved;
    }

    /** Gives back a hand that was not needed. */
    public void release() {
        hands.release();
        if (backlog) {
            wakeUps.release();
        }
    }

    /** There is new work in the store: this node looks at it and, if its hands are full, others do. */
    public void wake() {
        if (!running || hands.availablePermits() == 0) {
            signals.tellOfWork(topic);
        }
        look();
    }

    private void look() {
        backlog = true;
        wakeUps.release();
    }

    /** Does a leased piece of work with the hand that was reserved for it; during a stop it is left for whoever leases it next. */
    public void dispatch(W leased) {
        try {
            workers.execute(() -> {
                try {
                    work.accept(leased);
                } finally {
                    release();
                }
            });
        } catch (RejectedExecutionException e) {
            release();
        }
    }

    private void searchForWork() {
        while (running) {
            try {
                if (hands.availablePermits() > 0) {
                    leaseWhatIsDue();
                }
                wakeUps.tryAcquire(pace.interval().toMillis(), TimeUnit.MILLISECONDS);
                wakeUps.drainPermits();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.error("The store could not be asked for {}: {}", names.work(), e.getClass().getName());
                pause();
            }
        }
    }

    private void leaseWhatIsDue() {
        int free = hands.drainPermits();
        int used = 0;
        try {
            backlog = false;
            List<W> due = queue.lease(owner, free, pace.lease());
            backlog = backlog || due.size() == free;
            for (W leased : due) {
                used++;
                dispatch(leased);
            }
        } finally {
            hands.release(free - used);
        }
    }

    private void pause() {
        try {
            stopping.await(pace.interval().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins; once the routes stand. */
    public void start() {
        AtomicInteger number = new AtomicInteger();
        workers = Executors.newFixedThreadPool(pace.workers(),
                task -> new Thread(task, names.worker() + "-" + number.incrementAndGet()));
        running = true;
        stopping = new CountDownLatch(1);
        search = new Thread(this::searchForWork, "find-" + names.work());
        search.start();
    }

    /** Ends what is under way, for half a minute at most; what is not done then is another's when its lease ends. */
    public void stop() {
        running = false;
        // Without an interrupt: H2 closes its file for everybody when a thread that reads it is interrupted.
        stopping.countDown();
        wakeUps.release();
        workers.shutdown();
        try {
            long end = System.nanoTime() + STOP.toNanos();
            search.join(STOP.toMillis());
            if (!workers.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                LOG.warn("Some {} were still being worked on; their leases will run out", names.work());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    public boolean isRunning() {
        return running;
    }
}
