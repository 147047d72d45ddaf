package io.eidroutes.consent;

import io.eidroutes.trace.TraceParent;
import java.util.Optional;
import java.util.UUID;

/** The claim that a message answers. */
public record CorrelatedClaim(UUID id, ClaimState state, String client, String door, Optional<TraceParent> trace) {
}
