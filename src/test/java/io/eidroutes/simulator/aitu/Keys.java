package io.eidroutes.simulator.aitu;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The keys that id_tokens are signed with, and those that they should not be signed with. */
final class Keys {

    private static final Key FIRST = Key.generate();
    /** Of nobody. */
    static final Key STRANGER = Key.generate();

    /** What is signed with now, then what is published beside it. */
    private record Ring(Key signing, List<Key> older) {
    }

    private final AtomicReference<Ring> ring = new AtomicReference<>(new Ring(FIRST, List.of()));

    /** A key pair with its id. */
    record Key(String id, KeyPair pair) {

        static Key generate() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                KeyPair pair = generator.generateKeyPair();
                byte[] digest = MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
                return new Key(base64(digest).substring(0, 16), pair);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        byte[] sign(String text) {
            try {
                Signature signing = Signature.getInstance("SHA256withRSA");
                signing.initSign(pair.getPrivate());
                signing.update(text.getBytes(StandardCharsets.US_ASCII));
                return signing.sign();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }

        /** As a member of a JWKS. */
        ObjectNode jwk() {
            RSAPublicKey key = (RSAPublicKey) pair.getPublic();
            return JsonNodeFactory.instance.objectNode().put("kty", "RSA").put("use", "sig").put("alg", "RS256").put("kid", id)
                    .put("n", unsigned(key.getModulus())).put("e", unsigned(key.getPublicExponent()));
        }

        /** The public key as the text that a confused verifier takes for a shared secret. */
        byte[] publicPem() {
            return ("-----BEGIN PUBLIC KEY-----\n" + Base64.getMimeEncoder(64, new byte[] {'\n'})
                    .encodeToString(pair.getPublic().getEncoded()) + "\n-----END PUBLIC KEY-----\n").getBytes(StandardCharsets.US_ASCII);
        }

        private static String unsigned(BigInteger number) {
            byte[] bytes = number.toByteArray();
            return base64(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
        }
    }

    Key signing() {
        return ring.get().signing();
    }

    /** Whether one of the published keys signed it. */
    boolean signed(String token) {
        int end = token.lastIndexOf('.');
        return end > 0 && published().anyMatch(key -> {
            try {
                Signature check = Signature.getInstance("SHA256withRSA");
                check.initVerify(key.pair().getPublic());
                check.update(token.substring(0, end).getBytes(StandardCharsets.US_ASCII));
                return check.verify(Base64.getUrlDecoder().decode(token.substring(end + 1)));
            } catch (GeneralSecurityException | IllegalArgumentException e) {
                return false;
            }
        });
    }

    /** From now on another key signs. */
    void rotate(boolean keepOld) {
        Key fresh = Key.generate();
        ring.updateAndGet(now -> new Ring(fresh, keepOld
                ? Stream.concat(Stream.of(now.signing()), now.older().stream()).toList() : List.of()));
    }

    void reset() {
        ring.set(new Ring(FIRST, List.of()));
    }

    ObjectNode jwks() {
        ArrayNode keys = new ObjectMapper().createArrayNode();
        published().map(Key::jwk).forEach(keys::add);
        return JsonNodeFactory.instance.objectNode().set("keys", keys);
    }

    private Stream<Key> published() {
        Ring now = ring.get();
        return Stream.concat(Stream.of(now.signing()), now.older().stream());
    }

    static byte[] hmac(byte[] secret, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** base64url(left half of SHA-256), as in at_hash. */
    static String halfHash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return base64(Arrays.copyOf(digest, digest.length / 2));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
