package io.eidroutes.identification.provider;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** id_tokens as Aitu Passport makes them, and keys to sign them with. */
final class IdTokens {

    static final String ISSUER = "https://issuer.example/aitu";
    static final String CLIENT = "7c8e3a30-7d0a-4c8f-9b35-0a6c3f1f2b11";
    static final String NONCE = "nonce-of-this-login";
    static final String IIN = "900101300007";
    static final String REQUEST_ID = "b7f0d3c2-request";
    static final String ACCESS_TOKEN = "access-token-of-this-login";
    static final RSAKey KEY = rsa("key-1", 2048);
    static final RSAKey OTHER_KEY = rsa("key-2", 2048);

    private static final ObjectMapper JSON = new ObjectMapper();

    private IdTokens() {
    }

    static ObjectNode header() {
        return JSON.createObjectNode().put("alg", "RS256").put("typ", "JWT").put("kid", "key-1");
    }

    static ObjectNode claims() {
        long now = Instant.now().getEpochSecond();
        ObjectNode claims = JSON.createObjectNode().put("iss", ISSUER).put("sub", "subject-1").put("aud", CLIENT)
                .put("iat", now).put("exp", now + 3600).put("nonce", NONCE).put("phone", "77071234567")
                .put("at_hash", halfHash(ACCESS_TOKEN)).put("first_name", "ИМЯ").put("last_name", "ФАМИЛИЯ");
        claims.putObject("idpc_verification").put("iin", IIN).put("requestId", REQUEST_ID);
        return claims;
    }

    static String signed(ObjectNode claims) {
        return signed(header(), claims.toString(), KEY);
    }

    static String signed(ObjectNode header, ObjectNode claims) {
        return signed(header, claims.toString(), KEY);
    }

    /** Signed by the algorithm that the header names, whatever else the header says. */
    static String signed(ObjectNode header, String claims, RSAKey key) {
        try {
            return signed(header, claims, new RSASSASigner(key.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance())));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String signed(ObjectNode header, String claims, JWSSigner signer) {
        try {
            String content = base64(header.toString()) + "." + base64(claims);
            return content + "." + signer.sign(new com.nimbusds.jose.JWSHeader(JWSAlgorithm.parse(header.path("alg").asText())),
                    content.getBytes(StandardCharsets.US_ASCII));
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The JWK Set with the public halves. */
    static String jwks(JWK... keys) {
        return new JWKSet(List.of(keys)).toPublicJWKSet().toString();
    }

    static RSAKey rsa(String id, int bits) {
        try {
            return new RSAKeyGenerator(bits, true).keyID(id).keyUse(KeyUse.SIGNATURE).algorithm(JWSAlgorithm.RS256).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String halfHash(String accessToken) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
