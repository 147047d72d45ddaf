package io.eidroutes.consent;

import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.FailureSummary;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the store knows of a claim.
 *
 * @param response    the documented response; empty before the final state and after the retention
 * @param failure     what went wrong, if it ended so; kept as long as the claim
 * @param replyTo     where the response is to be brought; empty: the caller comes for it
 * @param deliveryId  the same at every delivery of this claim's response
 * @param endOfLife   the deadline
 */
public record StoredClaim(UUID id, String client, String door, String routingCode, ClaimState state,
                          Optional<String> response, Optional<FailureSummary> failure, Optional<ReturnAddress> replyTo,
                          UUID deliveryId, Instant createdAt, Instant endOfLife, Optional<Instant> finalAt,
                          Optional<Instant> deliveredAt) {
}
