package io.eidroutes.consent;

import io.eidroutes.store.LeaseDispatcher;
import io.eidroutes.store.StoreSignals;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings claims that are due to the routes: {@code direct:send}, or {@code direct:expire} past their deadline.
 * A claim that this node accepts is handed over in memory; any other is found by asking the store.
 */
public final class ClaimDispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimDispatcher.class);

    private final CamelContext camel;
    private final ConsentSettings.Dispatch settings;
    private final LeaseDispatcher<LeasedClaim> dispatcher;

    private ProducerTemplate routes;

    ClaimDispatcher(ClaimQueue queue, CamelContext camel, ConsentSettings.Dispatch settings, StoreSignals signals) {
        this.camel = camel;
        this.settings = settings;
        this.dispatcher = new LeaseDispatcher<>(new LeaseDispatcher.Names("claims", "send"), queue::lease, this::send,
                new LeaseDispatcher.Pace(settings.workers(), settings.lease(), settings.interval()), signals);
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
        return dispatcher.reserve();
    }

    /** Gives back a hand that was not needed. */
    void release() {
        dispatcher.release();
    }

    /** There is a claim in the store for which this node had no hand free. */
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
    }

    @Override
    public boolean isRunning() {
        return dispatcher.isRunning();
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
