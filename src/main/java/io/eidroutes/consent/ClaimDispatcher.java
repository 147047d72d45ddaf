package io.eidroutes.consent;

import io.eidroutes.smev.SmevReach;
import io.eidroutes.store.LeaseDispatcher;
import io.eidroutes.store.RouteDispatcher;
import io.eidroutes.store.StoreSignals;
import io.eidroutes.trace.TraceParent;
import io.eidroutes.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings claims that are due to the routes: {@code direct:send}, or {@code direct:expire} past their deadline.
 * A claim that this node accepts is handed over in memory; any other is found by asking the store.
 */
public final class ClaimDispatcher extends RouteDispatcher<LeasedClaim> {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimDispatcher.class);

    private final ConsentSettings.Dispatch settings;
    private final ClaimQueue queue;
    private final SmevReach smev;

    ClaimDispatcher(ClaimQueue queue, CamelContext camel, ConsentSettings.Dispatch settings, SmevReach smev,
            StoreSignals signals, MeterRegistry meters, Traces traces) {
        super(new LeaseDispatcher.Names("claims", "send"), camel,
                new LeaseDispatcher.Pace(settings.workers(), settings.lease(), settings.interval()), signals, meters, traces);
        this.settings = settings;
        this.queue = queue;
        this.smev = smev;
        smev.whenOpen(this::wake);
    }

    /** While СМЭВ cannot be reached only what is over is looked for: the rest would be signed and put back. */
    @Override
    protected List<LeasedClaim> lease(String owner, int max, Duration lease) {
        return smev.open() ? queue.lease(owner, max, lease) : queue.leasePastDeadline(owner, max, lease);
    }

    Duration lease() {
        return settings.lease();
    }

    /** Takes a free hand; false where there is none, and the claim then waits in the store. */
    @Override
    public boolean reserve() {
        return smev.open() && super.reserve();
    }

    @Override
    protected String route(LeasedClaim claim) {
        return claim.pastEndOfLife() ? "direct:expire" : "direct:send";
    }

    @Override
    protected void carry(LeasedClaim claim, Exchange exchange) {
        exchange.setVariable("claim", claim);
        exchange.setVariable("claimId", claim.id());
        exchange.setVariable("failedTries", claim.faults() + 1);
        exchange.setVariable("stored", claim.attempt().isPresent());
        exchange.getMessage().setBody(claim.payload());
    }

    @Override
    protected int failedTries(LeasedClaim claim) {
        return claim.pastEndOfLife() ? 0 : claim.tries();
    }

    @Override
    protected Optional<TraceParent> trace(LeasedClaim claim) {
        return claim.trace();
    }

    @Override
    protected Traces.Subject subject(LeasedClaim claim) {
        return Traces.Subject.claim(claim.id());
    }

    @Override
    protected String called(LeasedClaim claim) {
        return "Claim " + claim.id();
    }

    @Override
    protected void giveBack(String owner) {
        int left = queue.giveBack(owner);
        if (left > 0) {
            LOG.warn("{} claims are left as they are; whoever takes them up sends the same bytes again", left);
        }
    }
}
