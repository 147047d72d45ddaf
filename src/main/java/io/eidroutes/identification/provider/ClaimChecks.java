package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What OpenID Connect Core §3.1.3.7 demands of the claims of an id_token, in its order. */
final class ClaimChecks {

    /** §2: at most 255 ASCII characters. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x20-\\x7E]{1,255}");

    /** Far beyond any time that is meant, and exact as a double. */
    private static final double LAST_SECOND = 1e12;

    private final AituSettings settings;
    private final Clock clock;

    ClaimChecks(AituSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** Issuer, audience and authorized party: steps 2 to 5. */
    void checkParties(ObjectNode claims) {
        if (!settings.issuer().orElseThrow().equals(claims.path("iss").textValue())) {
            throw failure("wrong-issuer");
        }
        String us = settings.clientId().orElseThrow();
        List<String> audience = audience(claims.path("aud"));
        if (!audience.contains(us)) {
            throw failure("wrong-audience");
        }
        JsonNode party = claims.path("azp");
        if (party.isMissingNode() ? audience.size() > 1 : !us.equals(party.textValue())) {
            throw failure("wrong-authorized-party");
        }
    }

    /** Times: steps 9 and 10, and {@code nbf} of RFC 7519 §4.1.5. */
    void checkTimes(ObjectNode claims) {
        double now = clock.millis() / 1000.0;
        double skew = settings.idToken().skew().toMillis() / 1000.0;
        double expires = time(claims, "exp").orElseThrow(() -> failure("times-missing"));
        double issued = time(claims, "iat").orElseThrow(() -> failure("times-missing"));
        if (now >= expires + skew) {
            throw failure("expired");
        }
        if (issued > now + skew || time(claims, "nbf").map(begin -> begin > now + skew).orElse(false)) {
            throw failure("not-yet-valid");
        }
        if (now - issued > settings.idToken().maxAge().toMillis() / 1000.0 + skew) {
            throw failure("too-old");
        }
    }

    /**
     * Step 11. One that was sent must come back; one that comes back without having been sent belongs to a request of
     * somebody else.
     */
    void checkNonce(ObjectNode claims, Optional<String> sent) {
        JsonNode claim = claims.path("nonce");
        if (settings.nonce() == AituSettings.Nonce.OFF) {
            return;
        }
        if (claim.isMissingNode()) {
            if (sent.isPresent() && settings.nonce() == AituSettings.Nonce.REQUIRED) {
                throw failure("nonce-missing");
            }
        } else if (sent.isEmpty() || !claim.isTextual() || !same(sent.get(), claim.textValue())) {
            throw failure("wrong-nonce");
        }
    }

    /** §2: the subject. */
    String subject(ObjectNode claims) {
        return Optional.ofNullable(claims.path("sub").textValue())
                .filter(subject -> SUBJECT.matcher(subject).matches())
                .orElseThrow(() -> failure("wrong-subject"));
    }

    /** §3.1.3.8: where {@code at_hash} is present it must be that of the access token. */
    void checkAccessToken(ObjectNode claims, JWSAlgorithm algorithm, String accessToken) {
        JsonNode hash = claims.path("at_hash");
        if (!hash.isMissingNode() && !(hash.isTextual() && same(halfHash(algorithm, accessToken), hash.textValue()))) {
            throw failure("wrong-access-token-hash");
        }
    }

    private static List<String> audience(JsonNode claim) {
        List<String> audience = new ArrayList<>();
        (claim.isArray() ? claim : List.of(claim)).forEach(one -> {
            if (!one.isTextual()) {
                throw failure("wrong-audience");
            }
            audience.add(one.textValue());
        });
        return audience;
    }

    private static Optional<Double> time(ObjectNode claims, String name) {
        JsonNode claim = claims.path(name);
        if (claim.isMissingNode()) {
            return Optional.empty();
        }
        if (!claim.isNumber() || !(claim.doubleValue() >= 0 && claim.doubleValue() <= LAST_SECOND)) {
            throw failure("times-missing");
        }
        return Optional.of(claim.doubleValue());
    }

    private static String halfHash(JWSAlgorithm algorithm, String accessToken) {
        String bits = algorithm.getName().substring(2);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-" + bits).digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-" + bits + " is missing.");
        }
    }

    /** Without telling by time how much was alike. */
    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static Failure failure(String code) {
        return Failure.of(Family.ID_TOKEN, code);
    }
}
