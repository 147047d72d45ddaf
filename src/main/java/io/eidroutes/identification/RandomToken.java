package io.eidroutes.identification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * 256 random bits as 43 characters of base64url: a start ticket, a {@code state}, a browser's cookie, a result ticket, a
 * nonce, a PKCE verifier. What guards something is stored as its digest alone.
 */
public final class RandomToken {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final String text;

    private RandomToken(String text) {
        this.text = text;
    }

    public static RandomToken generate() {
        byte[] bits = new byte[32];
        RANDOM.nextBytes(bits);
        return new RandomToken(BASE64_URL.encodeToString(bits));
    }

    /** What somebody sent, if it has the form of a token. */
    public static Optional<RandomToken> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new RandomToken(text)) : Optional.empty();
    }

    public String text() {
        return text;
    }

    /** SHA-256 of the text in base64url, 43 characters: for the store, and as the S256 challenge of a verifier (RFC 7636 §4.2). */
    public String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
            return BASE64_URL.encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }

    /** Never the text: it would open something. */
    @Override
    public String toString() {
        return "token";
    }
}
