package io.eidroutes.store;

import io.eidroutes.StartsOnceRoutesStand;
import io.eidroutes.trace.TraceParent;
import io.eidroutes.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;

/**
 * Brings leased work to a route, from when the routes stand until the doors have closed.
 *
 * @param <W> a leased piece of work
 */
public abstract class RouteDispatcher<W> implements StartsOnceRoutesStand {

    private static final Logger LOG = LoggerFactory.getLogger(RouteDispatcher.class);

    private final LeaseDispatcher.Names names;
    private final CamelContext camel;
    private final LeaseDispatcher<W> dispatcher;
    private final Counter retries;
    private final Traces traces;

    private ProducerTemplate routes;

    protected RouteDispatcher(LeaseDispatcher.Names names, CamelContext camel, LeaseDispatcher.Pace pace, StoreSignals signals,
            MeterRegistry meters, Traces traces) {
        this.traces = traces;
        this.names = names;
        this.camel = camel;
        this.retries = Counter.builder("eid.retries").tag("work", names.work())
                .description("Work that was taken up again after a try that failed").register(meters);
        this.dispatcher = new LeaseDispatcher<>(names, this::lease, this::bring, pace, signals);
    }

    /** Leases at most so many pieces of work to that owner, those longest due first. */
    protected abstract List<W> lease(String owner, int max, Duration lease);

    /** The endpoint that takes it. */
    protected abstract String route(W work);

    /** Puts it where its route looks: into variables, and the body. */
    protected abstract void carry(W work, Exchange exchange);

    /** How often it was tried in vain before. */
    protected abstract int failedTries(W work);

    /** Where it stands in its trace. */
    protected abstract Optional<TraceParent> trace(W work);

    /** What it is about. */
    protected abstract Traces.Subject subject(W work);

    /** What the log calls it, without anything personal. */
    protected abstract String called(W work);

    /** Gives back what that owner still leases and has no use for. */
    protected abstract void giveBack(String owner);

    /** Where the step that does the work stands in its trace. */
    protected final Optional<TraceParent> position() {
        return traces.current();
    }

    /** The name under which this process leases. */
    public final String owner() {
        return dispatcher.owner();
    }

    /** Takes a free hand; false where there is none, and the work then waits in the store. */
    public boolean reserve() {
        return dispatcher.reserve();
    }

    /** Gives back a hand that was not needed. */
    public final void release() {
        dispatcher.release();
    }

    /** There is new work in the store. */
    public final void wake() {
        dispatcher.wake();
    }

    /** Does a leased piece of work with the hand that was reserved for it. */
    public final void dispatch(W work) {
        dispatcher.dispatch(work);
    }

    private void bring(W work) {
        if (failedTries(work) > 0) {
            retries.increment();
        }
        traces.within(names.worker(), trace(work), subject(work), () -> send(work));
    }

    private void send(W work) {
        Exchange done = routes.send(route(work), exchange -> carry(work, exchange));
        if (done.getException() != null) {
            // Not even its failure could be treated: the lease runs out, and it is taken up again.
            LOG.error("{} is left until its lease runs out: {}", called(work), done.getException().getClass().getName());
        }
    }

    @Override
    public final void start() {
        routes = camel.createProducerTemplate();
        dispatcher.start();
    }

    @Override
    public final void stop() {
        dispatcher.stop();
        giveBack(dispatcher.owner());
    }

    /** Beside the HTTP door, which ends what it has in hand at the same time. */
    @Override
    public final void stop(Runnable stopped) {
        new Thread(() -> {
            try {
                stop();
            } finally {
                stopped.run();
            }
        }, "stop-" + names.work()).start();
    }

    @Override
    public final boolean isRunning() {
        return dispatcher.isRunning();
    }

    /** Stops once the doors take nothing new, and before the routes. */
    @Override
    public final int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE;
    }
}
