package io.eidroutes.consent;

import io.eidroutes.delivery.DeliveryProperties;
import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.trace.Traces;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@code routes/consent/deliver-answer.camel.yaml}, whatever the channel. */
public final class DeliverAnswer {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverAnswer.class);

    private final ClaimStore claims;
    private final DeliveryQueue queue;
    private final Traces traces;

    DeliverAnswer(ClaimStore claims, DeliveryQueue queue, Traces traces) {
        this.traces = traces;
        this.claims = claims;
        this.queue = queue;
    }

    /**
     * Body out: the documented response in UTF-8, nothing added. Variables out: {@code channel}, {@code address},
     * {@code correlation} (only where there is one), {@code client}, and what more there is to say as {@code properties}, a {@link DeliveryProperties}.
     *
     * @throws Failure transport {@code EID-DELIVERY-DEADLINE}: a webhook was tried for long enough
     */
    public byte[] write(Exchange exchange, @Variable("delivery") DueDelivery delivery) {
        StoredClaim claim = claims.find(delivery.claim()).orElseThrow();
        ReturnAddress to = claim.replyTo().orElseThrow();
        if (delivery.pastDeadline() && to.channel().equals(ReturnAddress.WEBHOOK)) {
            throw Failure.of(Family.TRANSPORT, "EID-DELIVERY-DEADLINE");
        }
        exchange.setVariable("channel", to.channel());
        exchange.setVariable("address", to.address());
        to.correlation().ifPresent(correlation -> exchange.setVariable("correlation", correlation));
        exchange.setVariable("client", claim.client());
        exchange.setVariable("properties", new DeliveryProperties(claim.id(), "claim", claim.state().label(),
                claim.deliveryId(), claim.failure(), traces.current()));
        return claim.response().orElseThrow().getBytes(StandardCharsets.UTF_8);
    }

    /** The caller has it. */
    public void markDelivered(Exchange exchange, @Variable("delivery") DueDelivery delivery, @Variable("channel") String channel) {
        queue.delivered(List.of(delivery.claim()));
        exchange.getMessage().setBody(null);
        LOG.info("Claim {}: the answer was delivered to the {}", delivery.claim(), channel);
    }
}
