package io.eidroutes.identification.person;

import io.eidroutes.delivery.DeliveryProperties;
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

/** Brings results that are to be delivered to {@code direct:deliver}. */
final class ResultDispatcher extends RouteDispatcher<LeasedDelivery> {

    private final DeliveryQueue queue;

    ResultDispatcher(DeliveryQueue queue, CamelContext camel, DeliverySettings settings, StoreSignals signals, MeterRegistry meters, Traces traces) {
        super(new LeaseDispatcher.Names("results", "deliver"), camel, settings.pace(), signals, meters, traces);
        this.queue = queue;
    }

    @Override
    protected List<LeasedDelivery> lease(String owner, int max, Duration lease) {
        return queue.lease(owner, max, lease);
    }

    @Override
    protected String route(LeasedDelivery delivery) {
        return "direct:deliver";
    }

    @Override
    protected void carry(LeasedDelivery delivery, Exchange exchange) {
        exchange.setVariable("job", PersonTreatments.JOB);
        exchange.setVariable("identificationId", delivery.id());
        exchange.setVariable("failedTries", delivery.tries());
        exchange.setVariable("channel", delivery.channel());
        exchange.setVariable("client", delivery.client());
        exchange.setVariable("properties", new DeliveryProperties(delivery.id(), "identification", delivery.state(),
                delivery.deliveryId(), delivery.failure(), position()));
        exchange.setVariable("delivery", delivery);
    }

    @Override
    protected int failedTries(LeasedDelivery delivery) {
        return delivery.tries();
    }

    @Override
    protected Optional<TraceParent> trace(LeasedDelivery delivery) {
        return delivery.trace();
    }

    @Override
    protected Traces.Subject subject(LeasedDelivery delivery) {
        return Traces.Subject.identification(delivery.id());
    }

    @Override
    protected String called(LeasedDelivery delivery) {
        return "Result of identification " + delivery.id();
    }

    @Override
    protected void giveBack(String owner) {
        queue.giveBack(owner);
    }
}
