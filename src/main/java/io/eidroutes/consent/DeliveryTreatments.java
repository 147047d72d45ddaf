package io.eidroutes.consent;

import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Treatments;
import io.eidroutes.store.Backoff;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Executes the treatment that a branch chose for an answer that could not be brought to its caller: it is tried again, or
 * it is given up and waits for the operator. The answer itself is never lost by it.
 */
final class DeliveryTreatments implements Treatments {

    /** The variable {@code job} of the messages that these treatments are for. */
    static final String JOB = "answer-delivery";

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryTreatments.class);

    private final DeliveryQueue queue;
    private final Catalogue catalogue;
    private final Backoff backoff;

    DeliveryTreatments(DeliveryQueue queue, Catalogue catalogue, DeliverySettings settings) {
        this.queue = queue;
        this.catalogue = catalogue;
        this.backoff = new Backoff(settings.retryFirst(), settings.retryMost());
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public void noteForOperator(Exchange exchange) {
        retry(exchange);
    }

    @Override
    public void ignore(Exchange exchange) {
        retry(exchange);
    }

    @Override
    public void retrySameMessage(Exchange exchange) {
        retry(exchange);
    }

    /** Whoever can mend it learns it; it is tried on with growing pauses. */
    @Override
    public void retryLater(Exchange exchange) {
        retry(exchange);
    }

    /** The delivery id stays the same: there is no other to try. */
    @Override
    public void reissueMessage(Exchange exchange) {
        retry(exchange);
    }

    @Override
    public void treatAsSent(Exchange exchange) {
        retry(exchange);
    }

    @Override
    public void quarantineAnswer(Exchange exchange) {
        retry(exchange);
    }

    private void retry(Exchange exchange) {
        queue.retryLater(claim(exchange), backoff.pause(exchange.getVariable("delivery", DueDelivery.class).tries()));
    }

    /** It is given up. */
    @Override
    public void end(Exchange exchange) {
        queue.giveUp(claim(exchange));
        LOG.error("The answer of claim {} is not delivered any more; an operator can put it back", claim(exchange));
    }

    private static UUID claim(Exchange exchange) {
        return exchange.getVariable("claimId", UUID.class);
    }
}
