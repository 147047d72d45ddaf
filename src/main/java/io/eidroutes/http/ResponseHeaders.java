package io.eidroutes.http;

import java.util.Locale;
import java.util.Set;
import org.apache.camel.Exchange;
import org.apache.camel.spi.HeaderFilterStrategy;

/**
 * Lets only the named headers out with an answer. Camel would otherwise send back whatever headers are on the message,
 * those of the request, {@code Authorization} and {@code Cookie} among them, included.
 */
final class ResponseHeaders implements HeaderFilterStrategy {

    static final Set<String> ALLOWED = Set.of(
            "location", "retry-after", "preference-applied", "cache-control", "set-cookie", "referrer-policy",
            "x-request-id", "eid-claim-id", "eid-delivery-id", "eid-failure-id", "eid-failure-kind", "eid-retryable",
            "eid-warnings");

    @Override
    public boolean applyFilterToCamelHeaders(String name, Object value, Exchange exchange) {
        return !ALLOWED.contains(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public boolean applyFilterToExternalHeaders(String name, Object value, Exchange exchange) {
        // A caller's Camel* headers could steer a producer.
        return name.regionMatches(true, 0, "camel", 0, 5) || name.regionMatches(true, 0, "org.apache.camel", 0, 16);
    }
}
