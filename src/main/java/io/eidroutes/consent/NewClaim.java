package io.eidroutes.consent;

import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.trace.TraceParent;
import java.time.Duration;
import java.util.Optional;

/**
 * A validated claim that is to be accepted.
 *
 * @param client         name of the client from the settings
 * @param door           where it came in, for instance {@code http}, {@code file}, {@code jms}
 * @param idempotencyKey the caller's key, unique for client and door; only its keyed digest is stored
 * @param routingCode    routing code of the addressee
 * @param payload        the request as it was validated
 * @param endOfLife      from now until the claim's deadline
 * @param replyTo        where the response is to be brought; empty: the caller comes for it
 * @param trace          where the request stands in its trace
 */
public record NewClaim(String client, String door, Optional<String> idempotencyKey, String routingCode, byte[] payload,
                       Duration endOfLife, Optional<ReturnAddress> replyTo, Optional<TraceParent> trace) {
}
