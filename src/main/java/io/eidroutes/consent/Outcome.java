package io.eidroutes.consent;

import io.eidroutes.failure.FailureSummary;
import java.util.Optional;

/**
 * How a claim ends.
 *
 * @param state    {@link ClaimState#ANSWERED} or {@link ClaimState#EXPIRED}
 * @param response the documented response for the caller
 */
public record Outcome(ClaimState state, String response, Optional<FailureSummary> failure) {

    public Outcome {
        if (state != ClaimState.ANSWERED && state != ClaimState.EXPIRED) {
            throw new IllegalArgumentException("A claim does not end as " + state.label() + ".");
        }
    }
}
