package io.eidroutes.identification.person;

import io.eidroutes.failure.FailureSummary;
import io.eidroutes.trace.TraceParent;
import java.util.Optional;
import java.util.UUID;

/**
 * How an identification ended, for one owner to bring to its client until the lease ends.
 *
 * @param id           the identification
 * @param deliveryId   stays the same however often it is tried
 * @param fence        counts the leases of this delivery; a write under an older one is refused
 * @param channel      how it is brought, for instance {@code webhook}
 * @param state        the identification's state: {@code ready}, or how it ended without a result
 * @param failure      why there is no result
 * @param result       the result's JSON
 * @param tries        how often it failed so far
 * @param pastDeadline the deadline has passed by the database's clock
 */
record LeasedDelivery(UUID id, UUID deliveryId, long fence, String owner, String client, String channel, String state,
                      Optional<FailureSummary> failure, Optional<byte[]> result, int tries, boolean pastDeadline,
                      Optional<TraceParent> trace) {
}
