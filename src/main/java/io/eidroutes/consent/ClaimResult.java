package io.eidroutes.consent;

import io.eidroutes.failure.FailureSummary;
import java.util.Optional;
import java.util.UUID;

/**
 * What a caller gets to see of a claim.
 *
 * @param id         the claim
 * @param state      where it is in its life
 * @param response   the documented answer, once there is one and until it is erased
 * @param failure    what went wrong, where something did
 * @param deliveryId the same with each delivery of this answer
 */
public record ClaimResult(UUID id, ClaimState state, Optional<String> response, Optional<FailureSummary> failure,
        UUID deliveryId) {

    static ClaimResult of(StoredClaim claim) {
        return new ClaimResult(claim.id(), claim.state(), claim.response(), claim.failure(), claim.deliveryId());
    }
}
