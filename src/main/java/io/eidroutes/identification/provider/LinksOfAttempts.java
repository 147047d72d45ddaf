package io.eidroutes.identification.provider;

import io.eidroutes.identification.AuthorizationLinks;
import io.eidroutes.identification.IdentificationRequest;
import io.eidroutes.identification.StartedAttempt;
import java.net.URI;
import java.util.Optional;

/** The link of an attempt: its secrets, and what the partner knows of the person. */
final class LinksOfAttempts implements AuthorizationLinks {

    private final AuthorizationLink link;

    LinksOfAttempts(AuthorizationLink link) {
        this.link = link;
    }

    @Override
    public URI to(StartedAttempt attempt, IdentificationRequest request, Optional<String> otpConfirmation, boolean renew) {
        return link.to(new AuthorizationLink.Parameters(attempt.state().text(), Optional.of(attempt.nonce().text()),
                Optional.of(attempt.codeVerifier().digest()), otpConfirmation, request.iin(), request.phone(),
                request.locale(), Optional.of(renew)));
    }

    @Override
    public boolean challenges() {
        return link.challenges();
    }

    @Override
    public URI redirectUri() {
        return link.redirectUri();
    }
}
