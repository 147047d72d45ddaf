package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyOperation;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import io.eidroutes.http.StrictJson;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The provider's public keys for signatures, as fetched once (RFC 7517). What is no such key is left out: symmetric ones,
 * those for encryption, RSA below 2048 bits (RFC 7518 §3.3), and what cannot be read.
 */
final class KeySet {

    /** Before anything was fetched. */
    static final KeySet NONE = new KeySet(List.of());

    private static final int SHORTEST_RSA = 2048;

    private final List<Key> keys;

    private record Key(Optional<String> id, Optional<String> algorithm, JWSVerifier verifier) {

        boolean fits(JWSAlgorithm wanted, Optional<String> wantedId) {
            return verifier.supportedJWSAlgorithms().contains(wanted)
                    && algorithm.map(name -> name.equals(wanted.getName())).orElse(true)
                    && wantedId.map(name -> id.map(name::equals).orElse(false)).orElse(true);
        }
    }

    /** What a set says about a signature. */
    enum Verdict { GOOD, BAD, NO_SUCH_KEY }

    private KeySet(List<Key> keys) {
        this.keys = List.copyOf(keys);
    }

    /** The keys of a JWK Set, or nothing where it is none or holds no usable key. */
    static Optional<KeySet> read(byte[] jwks, StrictJson json) {
        List<Key> keys = new ArrayList<>();
        json.object(jwks).map(object -> object.path("keys")).filter(JsonNode::isArray)
                .ifPresent(array -> array.forEach(jwk -> key(jwk).ifPresent(keys::add)));
        return keys.isEmpty() ? Optional.empty() : Optional.of(new KeySet(keys));
    }

    /**
     * Whether one of these keys made the signature. Without a key id the one key that fits the algorithm is taken; where
     * several fit, which of them was meant is not guessed (OpenID Connect Core §10.1).
     */
    Verdict verify(JWSAlgorithm algorithm, Optional<String> keyId, byte[] signed, Base64URL signature) {
        List<Key> fitting = keys.stream().filter(key -> key.fits(algorithm, keyId)).toList();
        if (fitting.isEmpty() || keyId.isEmpty() && fitting.size() > 1) {
            return Verdict.NO_SUCH_KEY;
        }
        // Made anew, so that keys which the token's own header offers cannot be looked at.
        JWSHeader header = new JWSHeader(algorithm);
        return fitting.stream().anyMatch(key -> verifies(key, header, signed, signature)) ? Verdict.GOOD : Verdict.BAD;
    }

    private static boolean verifies(Key key, JWSHeader header, byte[] signed, Base64URL signature) {
        try {
            return key.verifier().verify(header, signed, signature);
        } catch (JOSEException e) {
            return false;
        }
    }

    private static Optional<Key> key(JsonNode jwk) {
        try {
            JWK key = JWK.parse(jwk.toString());
            boolean forSignatures = (key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                    && (key.getKeyOperations() == null || key.getKeyOperations().contains(KeyOperation.VERIFY));
            if (!forSignatures) {
                return Optional.empty();
            }
            return verifier(key).map(verifier -> new Key(Optional.ofNullable(key.getKeyID()),
                    Optional.ofNullable(key.getAlgorithm()).map(com.nimbusds.jose.Algorithm::getName), verifier));
        } catch (ParseException | JOSEException | RuntimeException unusable) {
            return Optional.empty();
        }
    }

    private static Optional<JWSVerifier> verifier(JWK key) throws JOSEException {
        if (key instanceof RSAKey rsa && rsa.size() >= SHORTEST_RSA) {
            return Optional.of(new RSASSAVerifier(rsa.toRSAPublicKey()));
        }
        return key instanceof ECKey ec ? Optional.of(new ECDSAVerifier(ec.toECPublicKey())) : Optional.empty();
    }
}
