package io.eidroutes.consent;

import io.eidroutes.trace.TraceParent;
import java.util.Optional;
import java.util.UUID;

/**
 * An ended claim whose response is to be brought to the caller now.
 *
 * @param claim        the claim
 * @param tries        how often it failed so far
 * @param pastDeadline it was tried for as long as a webhook is tried, by the database's clock
 */
public record DueDelivery(UUID claim, int tries, boolean pastDeadline, Optional<TraceParent> trace) {
}
