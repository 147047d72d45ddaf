package io.eidroutes.consent;

import java.util.UUID;
import org.apache.camel.Variable;

/** The steps of {@code routes/consent/complete.camel.yaml}: the answer goes back to the channel that asked. */
public final class CompleteClaim {

    private final ClaimStore claims;
    private final WaitingCallers callers;

    CompleteClaim(ClaimStore claims, WaitingCallers callers) {
        this.claims = claims;
        this.callers = callers;
    }

    /** Answers the HTTP callers of this node that wait for the claim. */
    public void wakeCallers(@Variable("claimId") UUID claim) {
        if (callers.waitFor(claim)) {
            claims.find(claim).map(ClaimResult::of).ifPresent(callers::wake);
        }
    }
}
