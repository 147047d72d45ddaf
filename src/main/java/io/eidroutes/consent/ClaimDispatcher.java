package io.eidroutes.consent;

import io.eidroutes.smev.SmevReach;
import io.eidroutes.store.LeaseDispatcher;
import io.eidroutes.store.StoreSignals;
import java.time.Duration;
import java.util.List;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.context.WebServerGracefulShutdownLifecycle;
import org.springframework.context.SmartLifecycle;

/**
 * Brings claims that are due to the routes: {@code direct:send}, or {@code direct:expire} past their deadline.
 * A claim that this node accepts is handed over in memory; any other is found by asking the store.
 */
public final class ClaimDispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimDispatcher.class);

    private final CamelContext camel;
    private final ConsentSettings.Dispatch settings;
    private final ClaimQueue queue;
    private final SmevReach smev;
    private final LeaseDispatcher<LeasedClaim> dispatcher;

    private ProducerTemplate routes;

    ClaimDispatcher(ClaimQueue queue, CamelContext camel, ConsentSettings.Dispatch settings, SmevReach smev,
            StoreSignals signals) {
        this.camel = camel;
        this.settings = settings;
        this.queue = queue;
        this.smev = smev;
        this.dispatcher = new LeaseDispatcher<>(new LeaseDispatcher.Names("claims", "send"), this::lease, this::send,
                new LeaseDispatcher.Pace(settings.workers(), settings.lease(), settings.interval()), signals);
        smev.whenOpen(dispatcher::wake);
    }

    /** While СМЭВ cannot be reached only what is over is looked for: the rest would be signed and put back. */
    private List<LeasedClaim> lease(String owner, int max, Duration lease) {
        return smev.open() ? queue.lease(owner, max, lease) : queue.leasePastDeadline(owner, max, lease);
    }

    /** The name under which this process leases claims. */
    String owner() {
        return dispatcher.owner();
    }

    Duration lease() {
        return settings.lease();
    }

    /** Takes a free hand; false where there is none, and the claim then waits in the store. */
    boolean reserve() {
        return smev.open() && dispatcher.reserve();
    }

    /** Gives back a hand that was not needed. */
    void release() {
        dispatcher.release();
    }

    /** There is a claim in the store to be sent for which this node had no hand free. */
    void wake() {
        dispatcher.wake();
    }

    /** Sends a leased claim with the hand that was reserved for it. */
    void dispatch(LeasedClaim claim) {
        dispatcher.dispatch(claim);
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

    /** Begins once the routes stand; Spring would start this before them. */
    @Override
    public void start() {
        routes = camel.createProducerTemplate();
        dispatcher.start();
    }

    @Override
    public void stop() {
        dispatcher.stop();
        int left = queue.giveBack(dispatcher.owner());
        if (left > 0) {
            LOG.warn("{} claims are left as they are; whoever takes them up sends the same bytes again", left);
        }
    }

    /** Beside the HTTP door, which ends what it has in hand at the same time. */
    @Override
    public void stop(Runnable stopped) {
        new Thread(() -> {
            try {
                stop();
            } finally {
                stopped.run();
            }
        }, "stop-claims").start();
    }

    @Override
    public boolean isRunning() {
        return dispatcher.isRunning();
    }

    @Override
    public boolean isAutoStartup() {
        return false;
    }

    /** Stops once the doors take nothing new, and before the routes. */
    @Override
    public int getPhase() {
        return WebServerGracefulShutdownLifecycle.SMART_LIFECYCLE_PHASE;
    }
}
