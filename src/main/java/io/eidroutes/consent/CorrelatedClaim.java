package io.eidroutes.consent;

import java.util.UUID;

/** The claim that a message answers. */
public record CorrelatedClaim(UUID id, ClaimState state, String client, String door) {
}
