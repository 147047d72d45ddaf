package io.eidroutes.identification.provider;

import io.eidroutes.WrongSetting;
import io.eidroutes.http.BreakerSettings;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code eid.aitu}: how Aitu Passport is called and what is believed of it. Without {@code base} the
 * identification job is off and nothing else of them is demanded. A wrong value stops the start with one sentence that
 * names the setting. What Aitu does not document is a setting here, with the default of what was seen.
 *
 * @param base                   the provider's base URL; absent: identification is off
 * @param issuer                 what {@code iss} must be, byte for byte; no default
 * @param clientId               the service's id, a UUID
 * @param clientSecret           its secret, or {@code file:} and the path of a file that holds it
 * @param redirectUri            where the provider sends the browser; absent: the callback under
 *                               {@code eid.identification.public-url}
 * @param scope                  scopes of the link; {@code idpc_verification} must be among them
 * @param authorizePath          path of the authorization endpoint under the base
 * @param tokenPath              path of the token endpoint
 * @param jwksPath               path of the provider's keys
 * @param trustedPhonePath       path of the trusted-phone method
 * @param introspectPath         path of the introspection endpoint
 * @param logoutPath             path of the browser's logout
 * @param clientAuthentication   how the client proves itself to the token endpoint
 * @param pkce                   whether links carry a PKCE challenge (S256)
 * @param nonce                  what is asked of {@code nonce}
 * @param link                   which optional parameters links carry
 * @param iinSignature           the signature of the IIN in links
 * @param idToken                what is demanded of id_tokens
 * @param jwksPause              shortest time between two fetches of the provider's keys
 * @param onOtherPerson          what happens when another person was identified than the one asked for
 * @param keepTokens             whether the tokens stay in the result, for introspection and logout
 * @param introspection          whether the route {@code introspect-token} exists
 * @param logout                 whether the route {@code logout-link} exists
 * @param postLogoutRedirectUris where the browser may be sent after a logout
 * @param http                   bounds of the calls
 * @param breaker                when one of the addresses above is left alone for a while
 */
@ConfigurationProperties("eid.aitu")
public record AituSettings(
        Optional<URI> base,
        Optional<String> issuer,
        Optional<String> clientId,
        Optional<String> clientSecret,
        Optional<URI> redirectUri,
        @DefaultValue({"openid", IDPC_VERIFICATION}) List<String> scope,
        @DefaultValue("/oauth2/auth") String authorizePath,
        @DefaultValue("/oauth2/token") String tokenPath,
        @DefaultValue("/.well-known/jwks.json") String jwksPath,
        @DefaultValue("/api/v1/trusted-phone") String trustedPhonePath,
        @DefaultValue("/oauth2/introspect") String introspectPath,
        @DefaultValue("/sessions/logout") String logoutPath,
        @DefaultValue("basic") ClientAuthentication clientAuthentication,
        @DefaultValue("true") boolean pkce,
        @DefaultValue("required") Nonce nonce,
        @DefaultValue Link link,
        @DefaultValue IinSignature iinSignature,
        @DefaultValue IdToken idToken,
        @DefaultValue("5s") Duration jwksPause,
        @DefaultValue("refuse") OnOtherPerson onOtherPerson,
        @DefaultValue("false") boolean keepTokens,
        @DefaultValue("false") boolean introspection,
        @DefaultValue("false") boolean logout,
        @DefaultValue Set<URI> postLogoutRedirectUris,
        @DefaultValue Http http,
        @DefaultValue BreakerSettings breaker) {

    static final String IDPC_VERIFICATION = "idpc_verification";
    private static final String PRODUCTION_HOST = "passport.aitu.io";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final String TEST_HOST = "passport.test.supreme-team.tech";

    /** How the client proves itself to the token endpoint (RFC 6749 §2.3.1). */
    public enum ClientAuthentication { BASIC, POST }

    /** What is asked of {@code nonce}: that one which was sent comes back, that one which comes is right, or nothing. */
    public enum Nonce { REQUIRED, IF_PRESENT, OFF }

    /** What happens when another person was identified than the one asked for. */
    public enum OnOtherPerson { REFUSE, MARK }

    /** How the signature of the IIN is written. */
    public enum Encoding { BASE64, BASE64URL, BASE64URL_UNPADDED }

    public AituSettings {
        base = base == null ? Optional.empty() : base.filter(url -> !url.toString().isBlank());
        issuer = given(issuer);
        clientId = given(clientId);
        clientSecret = given(clientSecret);
        redirectUri = redirectUri == null ? Optional.empty() : redirectUri.filter(url -> !url.toString().isBlank());
        scope = List.copyOf(scope);
        postLogoutRedirectUris = Set.copyOf(postLogoutRedirectUris);
        if (base.isPresent()) {
            checkBase(base.get());
            require(issuer.isPresent(), "eid.aitu.issuer must be set where eid.aitu.base is");
            require(clientId.isPresent(), "eid.aitu.client-id must be set where eid.aitu.base is");
            require(clientSecret.isPresent(), "eid.aitu.client-secret must be set where eid.aitu.base is");
            require(redirectUri.isEmpty() || webAddress(redirectUri.get())
                            && ("https".equals(redirectUri.get().getScheme()) || LOOPBACK.contains(redirectUri.get().getHost())),
                    "eid.aitu.redirect-uri must be an https URL without a fragment, or http on this machine");
            require(scope.contains(IDPC_VERIFICATION), "eid.aitu.scope must contain " + IDPC_VERIFICATION);
            require(scope.contains("openid"), "eid.aitu.scope must contain openid, or there is no id_token");
            require(paths(authorizePath, tokenPath, jwksPath, trustedPhonePath, introspectPath, logoutPath),
                    "eid.aitu: each path must begin with a slash");
            require(!jwksPause.isNegative(), "eid.aitu.jwks-pause must not be negative");
            require(!logout || keepTokens, "eid.aitu.keep-tokens must be true where eid.aitu.logout is");
            require(!introspection || keepTokens, "eid.aitu.keep-tokens must be true where eid.aitu.introspection is");
            require(postLogoutRedirectUris.stream().allMatch(AituSettings::webAddress),
                    "eid.aitu.post-logout-redirect-uris must be absolute http or https URLs without a fragment");
            refuseTestSettings(base.get(), issuer.get(), redirectUri);
        }
    }

    /** The URL of a path under the base. */
    public URI url(String path) {
        String root = base.orElseThrow(() -> new IllegalStateException("eid.aitu.base is not set")).toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }

    /** Never the secret. */
    @Override
    public String toString() {
        return "AituSettings[" + base.map(URI::toString).orElse("off") + "]";
    }

    /**
     * Which optional parameters links carry, where their values are known.
     *
     * @param iin              the user's IIN
     * @param phone            the user's phone
     * @param locale           the language of the provider's pages
     * @param refreshRequestId {@code Refresh_request_id_coid}, which renews {@code requestId}
     */
    public record Link(
            @DefaultValue("true") boolean iin,
            @DefaultValue("true") boolean phone,
            @DefaultValue("true") boolean locale,
            @DefaultValue("true") boolean refreshRequestId) {
    }

    /**
     * The signature of the IIN in links, SHA256withRSA.
     *
     * @param privateKey location of the RSA key, PKCS#8 in PEM, not encrypted; absent: the IIN is not signed
     * @param encoding   how it is written; the text says base64url, the test stand takes standard base64
     */
    public record IinSignature(Optional<String> privateKey, @DefaultValue("base64") Encoding encoding) {

        public IinSignature {
            privateKey = given(privateKey);
        }
    }

    /**
     * What is demanded of id_tokens.
     *
     * @param algorithms the algorithms that may sign one
     * @param skew       how far the clocks may be apart
     * @param maxAge     how long ago one may have been issued
     */
    public record IdToken(
            @DefaultValue("RS256") Set<String> algorithms,
            @DefaultValue("60s") Duration skew,
            @DefaultValue("10m") Duration maxAge) {

        private static final Set<String> ASYMMETRIC =
                Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512");

        public IdToken {
            algorithms = Set.copyOf(algorithms);
            require(!algorithms.isEmpty() && ASYMMETRIC.containsAll(algorithms),
                    "eid.aitu.id-token.algorithms must name RS, PS or ES algorithms and nothing else");
            require(!skew.isNegative(), "eid.aitu.id-token.skew must not be negative");
            require(positive(maxAge), "eid.aitu.id-token.max-age must be positive");
        }
    }

    /**
     * Bounds of the calls.
     *
     * @param connectTimeout until a connection stands
     * @param deadline       until the answer is there as a whole
     * @param connections    connections in the pool
     * @param maxAnswerBytes the longest answer that is read, in bytes after decompression
     */
    public record Http(
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("10s") Duration deadline,
            @DefaultValue("64") int connections,
            @DefaultValue("262144") int maxAnswerBytes) {

        public Http {
            require(positive(connectTimeout), "eid.aitu.http.connect-timeout must be positive");
            require(positive(deadline), "eid.aitu.http.deadline must be positive");
            require(connections >= 1, "eid.aitu.http.connections must be at least 1");
            require(maxAnswerBytes >= 1024, "eid.aitu.http.max-answer-bytes must be at least 1024");
        }
    }

    /**
     * @param exchangeTimeout {@code eid.identification.exchange-timeout}
     * @throws WrongSetting where an exchange may take longer: the code's, then a fetch of the keys that is under way, a pause, another fetch
     */
    public void requireBeside(Duration exchangeTimeout) {
        Duration longest = http.deadline().multipliedBy(3).plus(jwksPause).plusSeconds(1);
        if (exchangeTimeout.compareTo(longest) <= 0) {
            throw new WrongSetting("eid.identification.exchange-timeout", "it must be longer than " + longest.toSeconds()
                    + " s, which an exchange may take by eid.aitu.http.deadline and eid.aitu.jwks-pause");
        }
    }

    private static void checkBase(URI base) {
        require(webAddress(base) && base.getRawQuery() == null && base.getRawUserInfo() == null,
                "eid.aitu.base must be an absolute http or https URL without a query");
    }

    /** Whether that is the stand where identifications are real. */
    public static boolean isProduction(URI base) {
        return PRODUCTION_HOST.equalsIgnoreCase(base.getHost());
    }

    /** The production stand with what belongs to a test stand is a mistake that nobody would see until it hurts. */
    private static void refuseTestSettings(URI base, String issuer, Optional<URI> redirectUri) {
        if (isProduction(base)) {
            require("https".equals(base.getScheme()), "eid.aitu.base must be https in production");
            require(!issuer.contains(TEST_HOST) && !issuer.startsWith("http:"),
                    "eid.aitu.issuer must not be a test stand's where eid.aitu.base is the production stand");
            require(redirectUri.isEmpty() || "https".equals(redirectUri.get().getScheme()),
                    "eid.aitu.redirect-uri must be https where eid.aitu.base is the production stand");
        }
    }

    static boolean webAddress(URI url) {
        return url.getRawAuthority() != null && url.getRawFragment() == null
                && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()));
    }

    private static boolean paths(String... paths) {
        return List.of(paths).stream().allMatch(path -> path.startsWith("/"));
    }

    private static Optional<String> given(Optional<String> value) {
        return value == null ? Optional.empty() : value.filter(text -> !text.isBlank());
    }

    private static boolean positive(Duration duration) {
        return duration.compareTo(Duration.ZERO) > 0;
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
