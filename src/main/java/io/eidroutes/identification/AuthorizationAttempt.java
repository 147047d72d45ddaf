package io.eidroutes.identification;

import java.util.Optional;
import java.util.UUID;

/**
 * One way of one browser to Aitu Passport and back.
 *
 * @param stateDigest   digest of its {@code state}, by which a callback finds it
 * @param browserDigest digest of the cookie of the browser that began it
 * @param status        whether its callback has come
 * @param expired       its time is over
 * @param nonce         sent in the link, to come back in the id_token; until the callback has come
 * @param codeVerifier  PKCE verifier (RFC 7636); until the callback has come
 * @param client        whose identification it is
 * @param state         of the identification
 * @param request       of the identification, until it is erased; nothing personal is left in it after the person is identified
 */
public record AuthorizationAttempt(
        String stateDigest,
        UUID identification,
        String browserDigest,
        Status status,
        boolean expired,
        Optional<RandomToken> nonce,
        Optional<RandomToken> codeVerifier,
        String client,
        IdentificationState state,
        Optional<IdentificationRequest> request) {

    /** How far an attempt has come; {@code IDENTIFIED} is the one that was first. */
    public enum Status {
        OPEN, EXCHANGING, IDENTIFIED, ENDED;

        String label() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
