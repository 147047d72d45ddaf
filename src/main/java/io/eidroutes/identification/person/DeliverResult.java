package io.eidroutes.identification.person;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.io.IOException;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code routes/identification/deliver.camel.yaml}, whatever the channel. */
public final class DeliverResult {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverResult.class);

    private final DeliveryQueue deliveries;
    private final ObjectMapper json;

    DeliverResult(DeliveryQueue deliveries, ObjectMapper json) {
        this.deliveries = deliveries;
        this.json = json;
    }

    /**
     * Body out: {@code {delivery_id, id, state, result? | failure?}} as JSON in UTF-8.
     *
     * @throws Failure coid {@code delivery-deadline}: it was tried for long enough
     */
    public byte[] write(@Variable("delivery") LeasedDelivery delivery) throws IOException {
        if (delivery.pastDeadline()) {
            throw Failure.of(Family.COID, "delivery-deadline");
        }
        ObjectNode document = json.createObjectNode()
                .put("delivery_id", delivery.deliveryId().toString())
                .put("id", delivery.id().toString())
                .put("state", delivery.state());
        if (delivery.result().isPresent()) {
            document.set("result", json.readTree(delivery.result().get()));
        }
        delivery.failure().ifPresent(failure -> document.putObject("failure")
                .put("family", failure.family().label()).put("code", failure.code())
                .put("kind", failure.kind().label()).put("retryable", failure.retryable()));
        return json.writeValueAsBytes(document);
    }

    /**
     * The client has it: a result is erased.
     *
     * @throws Failure transport {@code EID-LEASE-LOST}
     */
    public void markDelivered(Exchange exchange, @Variable("delivery") LeasedDelivery delivery) {
        deliveries.delivered(delivery);
        exchange.getMessage().setBody(null);
        LOG.info("Identification {}: {} was delivered to client {} as {}", delivery.id(), delivery.state(),
                delivery.client(), delivery.deliveryId());
    }
}
