package io.eidroutes.identification.person;

import io.eidroutes.delivery.DeliveryProperties;
import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.store.LeaseDispatcher;
import io.eidroutes.store.StoreSignals;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Brings people that are to be fetched to {@code direct:obtain-person} and results that are to be delivered to
 * {@code direct:deliver}.
 */
final class PersonDispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PersonDispatcher.class);

    private final CamelContext camel;
    private final LeaseDispatcher<LeasedFetch> fetches;
    private final LeaseDispatcher<LeasedDelivery> deliveries;

    private ProducerTemplate routes;

    PersonDispatcher(FetchQueue fetches, DeliveryQueue deliveries, CamelContext camel, CoidSettings.Fetch fetching,
            DeliverySettings delivering, StoreSignals signals) {
        this.camel = camel;
        this.fetches = new LeaseDispatcher<>(new LeaseDispatcher.Names("people", "fetch"), fetches::lease, this::fetch,
                new LeaseDispatcher.Pace(fetching.workers(), fetching.lease(), fetching.interval()), signals);
        this.deliveries = new LeaseDispatcher<>(new LeaseDispatcher.Names("results", "deliver"), deliveries::lease,
                this::deliver, new LeaseDispatcher.Pace(delivering.workers(), delivering.lease(), delivering.interval()), signals);
    }

    /** There is somebody to be fetched. */
    void wakeFetching() {
        fetches.wake();
    }

    /** There is something to be delivered. */
    void wakeDelivering() {
        deliveries.wake();
    }

    private void fetch(LeasedFetch fetch) {
        report(fetch.id(), routes.send("direct:obtain-person", exchange -> {
            exchange.setVariable("job", PersonTreatments.JOB);
            exchange.setVariable("identificationId", fetch.id());
            exchange.setVariable("failedTries", fetch.tries());
            exchange.setVariable("fetch", fetch);
        }));
    }

    private void deliver(LeasedDelivery delivery) {
        report(delivery.id(), routes.send("direct:deliver", exchange -> {
            exchange.setVariable("job", PersonTreatments.JOB);
            exchange.setVariable("identificationId", delivery.id());
            exchange.setVariable("failedTries", delivery.tries());
            exchange.setVariable("channel", delivery.channel());
            exchange.setVariable("client", delivery.client());
            exchange.setVariable("properties", new DeliveryProperties(delivery.id(), "identification", delivery.state(),
                    delivery.deliveryId(), delivery.failure()));
            exchange.setVariable("delivery", delivery);
        }));
    }

    private static void report(Object id, Exchange done) {
        if (done.getException() != null) {
            // Not even its failure could be treated: the lease runs out, and it is taken up again.
            LOG.error("Identification {} is left until its lease runs out: {}", id, done.getException().getClass().getName());
        }
    }

    /** Begins once the routes stand; Spring would start this before them. */
    @Override
    public void start() {
        routes = camel.createProducerTemplate();
        fetches.start();
        deliveries.start();
    }

    @Override
    public void stop() {
        fetches.stop();
        deliveries.stop();
    }

    @Override
    public boolean isRunning() {
        return fetches.isRunning();
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
