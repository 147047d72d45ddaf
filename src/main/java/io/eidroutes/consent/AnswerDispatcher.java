package io.eidroutes.consent;

import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.store.LeaseDispatcher;
import io.eidroutes.store.StoreSignals;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.ProducerTemplate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Brings ended claims whose callers wait at a channel to {@code direct:deliver-answer}. */
final class AnswerDispatcher implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(AnswerDispatcher.class);

    private final CamelContext camel;
    private final LeaseDispatcher<DueDelivery> dispatcher;

    private ProducerTemplate routes;

    AnswerDispatcher(DeliveryQueue queue, CamelContext camel, DeliverySettings settings, StoreSignals signals) {
        this.camel = camel;
        this.dispatcher = new LeaseDispatcher<>(new LeaseDispatcher.Names("answers", "answer"),
                (owner, max, lease) -> queue.lease(max, lease), this::deliver,
                new LeaseDispatcher.Pace(settings.workers(), settings.lease(), settings.interval()), signals);
    }

    /** There is an answer to be delivered. */
    void wake() {
        dispatcher.wake();
    }

    private void deliver(DueDelivery delivery) {
        Exchange delivered = routes.send("direct:deliver-answer", exchange -> {
            exchange.setVariable("job", DeliveryTreatments.JOB);
            exchange.setVariable("delivery", delivery);
            exchange.setVariable("claimId", delivery.claim());
            exchange.setVariable("failedTries", delivery.tries());
        });
        if (delivered.getException() != null) {
            // Not even its failure could be treated: the lease runs out, and it is taken up again.
            LOG.error("The answer of claim {} is left until its lease runs out: {}", delivery.claim(),
                    delivered.getException().getClass().getName());
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
