package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.Base64URL;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.http.StrictJson;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A JWS in compact form taken apart, nothing of it believed yet (RFC 7515 §3.1, RFC 8725). Of the header, only
 * {@code alg}, {@code kid}, {@code typ} and {@code crit} are looked at: keys or places of keys that it offers are not.
 *
 * @param algorithm an allowed one
 * @param keyId     {@code kid}
 * @param claims    the payload
 * @param signed    what the signature is over
 * @param signature the signature
 */
record CompactToken(JWSAlgorithm algorithm, Optional<String> keyId, ObjectNode claims, byte[] signed, Base64URL signature) {

    private static final int PARTS = 3;

    /**
     * @throws Failure id-token {@code unreadable}, {@code algorithm-not-allowed}, {@code critical-header} or
     *                 {@code wrong-type}
     */
    static CompactToken read(String token, Set<String> algorithms, StrictJson json) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != PARTS) {
            throw failure("unreadable");
        }
        ObjectNode header = object(parts[0], json);
        JsonNode algorithm = header.path("alg");
        if (!algorithm.isTextual() || !algorithms.contains(algorithm.textValue())) {
            throw failure("algorithm-not-allowed");
        }
        if (header.has("crit")) {
            throw failure("critical-header");
        }
        checkType(header.path("typ"));
        JsonNode keyId = header.path("kid");
        if (!keyId.isMissingNode() && !keyId.isTextual()) {
            throw failure("unreadable");
        }
        decoded(parts[2]);
        return new CompactToken(JWSAlgorithm.parse(algorithm.textValue()), Optional.ofNullable(keyId.textValue()),
                object(parts[1], json), (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII),
                new Base64URL(parts[2]));
    }

    /** A JWT made for another purpose, an access token say, names its type (RFC 8725 §3.11, §3.12). */
    private static void checkType(JsonNode type) {
        if (!type.isMissingNode()) {
            String name = type.asText().toLowerCase(Locale.ROOT);
            if (!name.equals("jwt") && !name.equals("application/jwt")) {
                throw failure("wrong-type");
            }
        }
    }

    private static ObjectNode object(String part, StrictJson json) {
        return json.object(decoded(part)).orElseThrow(() -> failure("unreadable"));
    }

    /** Base64url without padding, by the letter: nothing is skipped. */
    private static byte[] decoded(String part) {
        if (part.indexOf('=') < 0) {
            try {
                return Base64.getUrlDecoder().decode(part);
            } catch (IllegalArgumentException e) {
                // Refused below.
            }
        }
        throw failure("unreadable");
    }

    private static Failure failure(String code) {
        return Failure.of(Family.ID_TOKEN, code);
    }

    @Override
    public String toString() {
        return "CompactToken[]";
    }
}
