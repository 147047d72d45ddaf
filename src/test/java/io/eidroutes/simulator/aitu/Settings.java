package io.eidroutes.simulator.aitu;

import java.util.List;

/**
 * How the stand-in behaves when all goes well.
 *
 * @param issuer              {@code iss} of its tokens
 * @param redirectUris        registered ones; compared byte for byte
 * @param logoutUris          registered ones for after the logout
 * @param scopes              that the service may ask for
 * @param coidFailures        how a documented failure of the check in ЦОИД reaches the partner
 * @param leaveError          {@code error} of the callback when the user leaves after such a failure
 * @param automaticIin        not empty: the user is identified at once with this IIN (that of the link goes before it), and
 *                            no page is shown; for load tests and for tests without a browser
 * @param defaultPhone        the user's, where neither the link nor trusted-phone tells another
 * @param pkce                whether {@code code_challenge} is honoured
 * @param nonce               whether {@code nonce} comes back in the id_token
 * @param callbackIss         whether the callback names the issuer (RFC 9207)
 * @param camelCase           members of the token answer as in {@code accessToken}
 * @param verificationAsText  {@code idpc_verification} is a string that holds JSON
 * @param audienceAsText      {@code aud} is a string instead of an array
 * @param iinKey              X.509 public key in PEM that {@code iin_signature} must verify with; empty: it is not looked at
 * @param iinSignatureUrlSafe {@code iin_signature} is expected as base64url instead of base64
 */
public record Settings(String issuer, String clientId, String clientSecret, List<String> redirectUris,
                       List<String> logoutUris, List<String> scopes, CoidFailures coidFailures, String leaveError,
                       String automaticIin, String defaultPhone, boolean pkce, boolean nonce, boolean callbackIss,
                       boolean camelCase, boolean verificationAsText, boolean audienceAsText, String iinKey,
                       boolean iinSignatureUrlSafe, long codeLifeSeconds, long otpLifeSeconds, long idTokenLifeSeconds,
                       long accessTokenLifeSeconds) {

    /** How a documented failure reaches the partner; which of them is the real one is not known. */
    public enum CoidFailures {
        /** Shown to the user; when the user leaves, as {@code error_description} of the callback. */
        CALLBACK,
        /** Not shown: the code is issued, and the adapter refuses the personal data. */
        ADAPTER,
        /** Shown to the user; when the user leaves, there is no callback at all. */
        NONE
    }

    /** Refuses what cannot be. */
    public Settings {
        redirectUris = List.copyOf(redirectUris);
        logoutUris = List.copyOf(logoutUris);
        scopes = List.copyOf(scopes);
    }

    static Settings standard(String issuer) {
        return new Settings(issuer, "7a4bd0d2-96c5-4f0a-9f5e-8f3a1c2d4e60",
                // What form encoding changes (RFC 6749 section 2.3.1) is in it.
                "demo+secret:100%",
                List.of("http://127.0.0.1:8080/aitu/callback", "http://localhost:8080/aitu/callback"),
                List.of("http://127.0.0.1:9080/partner/"),
                List.of("openid", "idpc_verification"), CoidFailures.CALLBACK, "access_denied", "", "77071234567", true, true,
                false, false, false, false, "", false, 300, 3600, 3600, 30L * 24 * 3600);
    }
}
