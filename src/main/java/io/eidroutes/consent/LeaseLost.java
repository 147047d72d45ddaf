package io.eidroutes.consent;

import java.util.UUID;

/** The lease ended and another owner took the claim, or the claim is final: nothing was written, nothing may be sent. */
public final class LeaseLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseLost(UUID claim) {
        super("The lease of claim " + claim + " is lost.", null, false, false);
    }
}
