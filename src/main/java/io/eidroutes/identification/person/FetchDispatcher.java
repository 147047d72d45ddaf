package io.eidroutes.identification.person;

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

/** Brings people who are to be fetched to {@code direct:obtain-person}. */
final class FetchDispatcher extends RouteDispatcher<LeasedFetch> {

    private final FetchQueue queue;

    FetchDispatcher(FetchQueue queue, CamelContext camel, CoidSettings.Fetch settings, StoreSignals signals, MeterRegistry meters, Traces traces) {
        super(new LeaseDispatcher.Names("people", "fetch"), camel,
                new LeaseDispatcher.Pace(settings.workers(), settings.lease(), settings.interval()), signals, meters, traces);
        this.queue = queue;
    }

    @Override
    protected List<LeasedFetch> lease(String owner, int max, Duration lease) {
        return queue.lease(owner, max, lease);
    }

    @Override
    protected String route(LeasedFetch fetch) {
        return "direct:obtain-person";
    }

    @Override
    protected void carry(LeasedFetch fetch, Exchange exchange) {
        exchange.setVariable("job", PersonTreatments.JOB);
        exchange.setVariable("identificationId", fetch.id());
        exchange.setVariable("failedTries", fetch.tries());
        exchange.setVariable("fetch", fetch);
    }

    @Override
    protected int failedTries(LeasedFetch fetch) {
        return fetch.tries();
    }

    @Override
    protected Optional<TraceParent> trace(LeasedFetch fetch) {
        return fetch.trace();
    }

    @Override
    protected Traces.Subject subject(LeasedFetch fetch) {
        return Traces.Subject.identification(fetch.id());
    }

    @Override
    protected String called(LeasedFetch fetch) {
        return "Identification " + fetch.id();
    }

    @Override
    protected void giveBack(String owner) {
        queue.giveBack(owner);
    }
}
