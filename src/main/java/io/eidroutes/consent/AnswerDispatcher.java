package io.eidroutes.consent;

import io.eidroutes.delivery.DeliverySettings;
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

/** Brings ended claims whose callers wait at a channel to {@code direct:deliver-answer}. */
final class AnswerDispatcher extends RouteDispatcher<DueDelivery> {

    private final DeliveryQueue queue;

    AnswerDispatcher(DeliveryQueue queue, CamelContext camel, DeliverySettings settings, StoreSignals signals, MeterRegistry meters, Traces traces) {
        super(new LeaseDispatcher.Names("answers", "answer"), camel, settings.pace(), signals, meters, traces);
        this.queue = queue;
    }

    @Override
    protected List<DueDelivery> lease(String owner, int max, Duration lease) {
        return queue.lease(max, lease);
    }

    @Override
    protected String route(DueDelivery delivery) {
        return "direct:deliver-answer";
    }

    @Override
    protected void carry(DueDelivery delivery, Exchange exchange) {
        exchange.setVariable("job", DeliveryTreatments.JOB);
        exchange.setVariable("delivery", delivery);
        exchange.setVariable("claimId", delivery.claim());
        exchange.setVariable("failedTries", delivery.tries());
    }

    @Override
    protected int failedTries(DueDelivery delivery) {
        return delivery.tries();
    }

    @Override
    protected Optional<TraceParent> trace(DueDelivery delivery) {
        return delivery.trace();
    }

    @Override
    protected Traces.Subject subject(DueDelivery delivery) {
        return Traces.Subject.claim(delivery.claim());
    }

    @Override
    protected String called(DueDelivery delivery) {
        return "The answer of claim " + delivery.claim();
    }

    @Override
    protected void giveBack(String owner) {
        // What is leased is delivered before the hands stop, or when its lease has run out.
    }
}
