package io.eidroutes.consent;

import java.util.Optional;
import java.util.UUID;

/**
 * An accepted claim.
 *
 * @param id            the claim
 * @param created       false if the same request was accepted before under the same key
 * @param state         its state now
 * @param sameContentAs another recent claim of that client with the same content and another key, or none
 * @param leased        the lease, if one was asked for and the claim is new
 */
public record Acceptance(UUID id, boolean created, ClaimState state, Optional<UUID> sameContentAs,
                         Optional<LeasedClaim> leased) {
}
