package io.eidroutes.delivery;

import io.eidroutes.failure.FailureSummary;
import io.eidroutes.trace.TraceParent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What there is to say of a delivery beside the documented response: HTTP headers, JMS properties or the file
 * {@code NAME.meta.json} hold it under the same names. Nothing in it is personal.
 *
 * @param id         the claim or the identification
 * @param of         {@code claim}, {@code identification}, or {@code personal-data}: a request that is answered and not kept
 * @param state      how it ended
 * @param deliveryId the same however often it is delivered
 * @param failure    why it failed, if it did
 * @param trace      where the delivery stands in the trace of the request
 */
public record DeliveryProperties(UUID id, String of, String state, UUID deliveryId, Optional<FailureSummary> failure,
                                 Optional<TraceParent> trace) {

    /**
     * By name: {@code EID-Delivery-Id}, {@code EID-Claim-Id} or {@code EID-Identification-Id}, {@code EID-State} and, where
     * it failed, {@code EID-Failure-Family}, {@code -Code}, {@code -Kind} and {@code EID-Retryable}; {@code traceparent}. A
     * JMS property has underscores for the hyphens.
     */
    public Map<String, String> byName() {
        Map<String, String> named = new LinkedHashMap<>();
        named.put("EID-Delivery-Id", deliveryId.toString());
        switch (of) {
            case "claim" -> named.put("EID-Claim-Id", id.toString());
            case "identification" -> named.put("EID-Identification-Id", id.toString());
            default -> { } // Nothing is kept that could have an id.
        }
        named.put("EID-State", state);
        failure.ifPresent(why -> named.putAll(why.byName()));
        trace.ifPresent(position -> named.put(TraceParent.NAME, position.text()));
        return named;
    }
}
