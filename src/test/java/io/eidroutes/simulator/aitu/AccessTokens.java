package io.eidroutes.simulator.aitu;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The access tokens that are good. */
final class AccessTokens {

    /** @param code that it was issued for: presented again, it takes the token with it (RFC 6749 section 4.1.2) */
    record AccessToken(Identified identified, String code, Instant issued, Instant expires) {
    }

    private final Map<String, AccessToken> good = new ConcurrentHashMap<>();

    String issue(Identified identified, String code, long lifeSeconds) {
        String token = Secrets.next();
        Instant now = Instant.now();
        good.put(token, new AccessToken(identified, code, now, now.plusSeconds(lifeSeconds)));
        return token;
    }

    Optional<AccessToken> find(String token) {
        return Optional.ofNullable(good.get(token)).filter(found -> Instant.now().isBefore(found.expires()));
    }

    void revokeOfCode(String code) {
        good.values().removeIf(token -> token.code().equals(code));
    }

    void revokeOfSubject(String subject) {
        good.values().removeIf(token -> token.identified().subject().equals(subject));
    }

    void clear() {
        good.clear();
    }
}
