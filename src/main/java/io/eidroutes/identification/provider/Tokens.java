package io.eidroutes.identification.provider;

import java.util.Objects;

/**
 * What the token endpoint gave (RFC 6749 §5.1, OpenID Connect Core §3.1.3.3). Does not show itself in a log.
 *
 * @param accessToken as it came; Aitu documents 30 days of life
 * @param idToken     as it came: a JWS in compact form
 */
public record Tokens(String accessToken, String idToken) {

    public Tokens {
        Objects.requireNonNull(accessToken, "accessToken");
        Objects.requireNonNull(idToken, "idToken");
    }

    @Override
    public String toString() {
        return "Tokens[]";
    }
}
