package io.eidroutes.identification;

import java.net.URI;
import java.util.Optional;

/** Builds links to Aitu Passport's authorization page. */
public interface AuthorizationLinks {

    /**
     * The link of an attempt, for its browser alone.
     *
     * @param otpConfirmation the secret of trusted-phone, where the partner verified the phone
     * @param renew           whether the {@code requestId} is to be renewed
     */
    URI to(StartedAttempt attempt, IdentificationRequest request, Optional<String> otpConfirmation, boolean renew);

    /** Whether links carry a PKCE challenge, so that the token exchange must bring the verifier. */
    boolean challenges();

    /** Where the provider sends the browser back to; the token exchange must name the same. */
    URI redirectUri();
}
