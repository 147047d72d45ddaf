package io.eidroutes.consent;

import io.eidroutes.store.StoreAway;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * How many claims are open, and whether more may come in. The store counts them now and then; what this node accepts
 * between two counts is added. Over the high mark nothing more is accepted until there are no more than the low mark
 * says.
 */
public final class Backlog {

    private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

    private final Supplier<ClaimFigures> store;
    private final ConsentSettings.Backlog settings;
    private final List<Listener> listeners;
    private final AtomicLong acceptedSince = new AtomicLong();
    private volatile ClaimFigures figures = ClaimFigures.NONE;
    private volatile boolean full;
    private volatile boolean reachable = true;

    /** Told after each count, whether anything has changed or not. */
    public interface Listener {

        /** @param pause whether the doors are to take nothing more for now */
        void counted(boolean pause);
    }

    Backlog(Supplier<ClaimFigures> store, ConsentSettings.Backlog settings, List<Listener> listeners, MeterRegistry meters) {
        this.store = store;
        this.settings = settings;
        this.listeners = List.copyOf(listeners);
        Arrays.stream(ClaimState.values()).filter(state -> !state.isFinal()).forEach(state ->
                Gauge.builder("eid.claims.open", () -> figures.open().getOrDefault(state, 0L)).tag("state", state.label())
                        .description("Claims that have not ended").register(meters));
        Gauge.builder("eid.claims.held", () -> figures.held())
                .description("Claims that wait for the operator").register(meters);
        Gauge.builder("eid.claims.oldest.open", () -> figures.oldestOpen().toMillis() / 1000.0).baseUnit("seconds")
                .description("How long ago the oldest open claim was accepted").register(meters);
        Gauge.builder("eid.claims.oldest.due", () -> figures.oldestDue().toMillis() / 1000.0).baseUnit("seconds")
                .description("How long the claim has been due that has been longest").register(meters);
        Gauge.builder("eid.answers.quarantined", () -> figures.quarantinedAnswers())
                .description("Answers in quarantine").register(meters);
        Gauge.builder("eid.backlog.full", () -> full ? 1 : 0)
                .description("1 while no claims are accepted").register(meters);
    }

    /** No more claims may come in. */
    public boolean full() {
        return full;
    }

    /** The store answered when it was asked last. */
    public boolean reachable() {
        return reachable;
    }

    ClaimFigures figures() {
        return figures;
    }

    /** One more was stored. */
    void accepted() {
        if (figures.all() + acceptedSince.incrementAndGet() >= settings.high()) {
            mark(true);
        }
    }

    @Scheduled(fixedDelayString = "${eid.consent.backlog.interval:5s}")
    void count() {
        long before = acceptedSince.get();
        try {
            figures = store.get();
            acceptedSince.addAndGet(-before);
            if (!reachable) {
                LOG.warn("The store can be reached again");
            }
            reachable = true;
            long open = figures.all() + acceptedSince.get();
            mark(open >= settings.high() || full && open > settings.low());
        } catch (RuntimeException e) {
            if (!StoreAway.is(e)) {
                throw e;
            }
            if (reachable) {
                LOG.error("The store cannot be reached: {}", e.getClass().getName());
            }
            reachable = false;
        }
        boolean pause = full || !reachable;
        listeners.forEach(listener -> listener.counted(pause));
    }

    private void mark(boolean now) {
        if (now != full) {
            full = now;
            LOG.warn(now ? "There are too many open claims: no more are accepted" : "Claims are accepted again");
        }
    }
}
