package io.eidroutes.smev;

import io.eidroutes.http.BreakerSettings;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Conditional;
import org.springframework.validation.annotation.Validated;

/**
 * The settings {@code eid.smev}, where СМЭВ is on. A wrong value stops the start with one sentence that names the setting. Locations are
 * Spring resource locations ({@code file:…}, {@code classpath:…}); a plain path is a file.
 *
 * @param endpoint      where СМЭВ 3 (or the organisation's gateway to it) takes SOAP requests; no default
 * @param routingCodes  the routing codes that this endpoint may carry, for instance {@code DEV}
 * @param schemaVersion version of the message exchange schemas: 1.3, 1.2 or 1.1
 * @param service       which of the services is called
 * @param services      the services of СМЭВ that can be called, by name
 * @param nodeId        splits the queue between systems under one mnemonic; at most 50 characters
 * @param adoptAfter    how long a node is not heard before another one polls its NodeID
 * @param testMessage   marks every request as test traffic
 * @param providerMnemonics the mnemonics of the systems that may answer; empty: any whose signature is trusted
 * @param gost          what computes GOST R 34.10-2012
 * @param signing       the signing key
 * @param trust         whose signatures are accepted in answers
 * @param tls           client certificate and trusted certificates of the connection
 * @param http          bounds of the connection
 * @param breaker       when СМЭВ is left alone for a while
 * @param pollAfterSend pause between a sending and the poll for its answer; it grows with each empty poll up to pollIdle
 * @param pollIdle      pause between two polls of an empty queue, of one poller and of all the others together
 * @param pollers       how many threads poll the queue at most, where it is long
 * @param messageIdLife how long СМЭВ takes a MessageID; a younger one that it finds stale means a wrong clock
 */
@Validated
@Conditional(SmevIsOn.class)
@ConfigurationProperties("eid.smev")
public record SmevSettings(
        URI endpoint,
        @DefaultValue Set<String> routingCodes,
        @DefaultValue("1.3") String schemaVersion,
        @DefaultValue(DOCUMENTED_SERVICE) String service,
        @DefaultValue Map<String, Service> services,
        Optional<String> nodeId,
        @DefaultValue("1m") Duration adoptAfter,
        @DefaultValue("true") boolean testMessage,
        @DefaultValue Set<String> providerMnemonics,
        @Valid @DefaultValue Gost gost,
        @Valid @DefaultValue Signing signing,
        @Valid @DefaultValue Trust trust,
        @Valid @DefaultValue Tls tls,
        @Valid @DefaultValue Http http,
        @Valid @DefaultValue BreakerSettings breaker,
        @DefaultValue("200ms") Duration pollAfterSend,
        @DefaultValue("5s") Duration pollIdle,
        @DefaultValue("8") int pollers,
        @DefaultValue("24h") Duration messageIdLife) {

    private static final String DOCUMENTED_SERVICE = "claim-person-permissions";
    private static final String PRODUCTION = "PROD";
    private static final Set<String> ROUTING_CODES = Set.of("DEV", "UAT", "TESIA", "TCOD", PRODUCTION);
    private static final Set<String> SCHEMA_VERSIONS = Set.of("1.3", "1.2", "1.1");

    public SmevSettings {
        require(endpoint != null && endpoint.getRawAuthority() != null
                        && ("http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme())),
                "eid.smev.endpoint must be an absolute http or https URL");
        routingCodes = Set.copyOf(routingCodes);
        require(!routingCodes.isEmpty() && ROUTING_CODES.containsAll(routingCodes),
                "eid.smev.routing-codes must name at least one of DEV, UAT, TESIA, TCOD, PROD and nothing else");
        require(SCHEMA_VERSIONS.contains(schemaVersion), "eid.smev.schema-version must be 1.3, 1.2 or 1.1");
        services = services.isEmpty() ? Map.of(DOCUMENTED_SERVICE, Service.DOCUMENTED) : Map.copyOf(services);
        require(services.containsKey(service), "eid.smev.service must be one of eid.smev.services");
        nodeId = given(nodeId);
        require(nodeId.isEmpty() || nodeId.get().length() <= 50, "eid.smev.node-id must have at most 50 characters");
        require(adoptAfter.compareTo(Duration.ofSeconds(1)) >= 0, "eid.smev.adopt-after must be at least a second");
        providerMnemonics = Set.copyOf(providerMnemonics);
        require(!pollAfterSend.isNegative(), "eid.smev.poll-after-send must not be negative");
        require(positive(pollIdle), "eid.smev.poll-idle must be positive");
        require(pollers >= 1, "eid.smev.pollers must be at least 1");
        require(positive(messageIdLife), "eid.smev.message-id-life must be positive");
        boolean production = routingCodes.contains(PRODUCTION);
        require(!production || !trust.smev().isEmpty(),
                "eid.smev.trust.smev must not be empty where eid.smev.routing-codes holds PROD");
        require(!production || !testMessage,
                "eid.smev.test-message must be false where eid.smev.routing-codes holds PROD");
    }

    /** The service that is called. */
    public Service called() {
        return services.get(service);
    }

    /**
     * A service of СМЭВ, with what an engineer replaces when its official files are at hand or a successor comes.
     *
     * @param namespace   namespace of the business request and response
     * @param requestRoot local name of the business request's root; with the namespace it is the queue's filter
     * @param mapping     folder under the routes with {@code request.xsl} and {@code response.xsl}
     * @param schema      file in that folder which the business request must match
     */
    public record Service(
            @DefaultValue("urn://mincomsvyaz/esia/claim_person_permissions/1.0.2") String namespace,
            @DefaultValue("ClaimPersonPermissionsRequest") String requestRoot,
            @DefaultValue("consent/mapping") String mapping,
            @DefaultValue("claim-person-permissions-1.0.2.xsd") String schema) {

        private static final Service DOCUMENTED = new Service("urn://mincomsvyaz/esia/claim_person_permissions/1.0.2",
                "ClaimPersonPermissionsRequest", "consent/mapping", "claim-person-permissions-1.0.2.xsd");

        public Service {
            require(!namespace.isBlank() && !requestRoot.isBlank() && !mapping.isBlank() && !schema.isBlank(),
                    "eid.smev.services must give each service a namespace, a request-root, a mapping and a schema");
        }
    }

    /**
     * What computes GOST R 34.10-2012.
     *
     * @param provider {@code bouncycastle}, in Java, or {@code openssl}, faster, where its gost engine is installed
     * @param library  name or path of OpenSSL's libcrypto; only for {@code openssl}
     * @param engine   name of its engine; only for {@code openssl}
     */
    public record Gost(
            @DefaultValue(BOUNCY_CASTLE) String provider,
            @DefaultValue("libcrypto.so.3") String library,
            @DefaultValue("gost") String engine) {

        private static final String BOUNCY_CASTLE = "bouncycastle";
        private static final String OPENSSL = "openssl";

        public Gost {
            require(BOUNCY_CASTLE.equals(provider) || OPENSSL.equals(provider),
                    "eid.smev.gost.provider must be bouncycastle or openssl");
            require(!library.isBlank(), "eid.smev.gost.library must not be empty");
            require(!engine.isBlank(), "eid.smev.gost.engine must not be empty");
        }

        /** @throws IllegalArgumentException naming the setting, when it cannot be had here */
        public GostProvider open() {
            return OPENSSL.equals(provider) ? OpenSslGost.open(library, engine) : new BouncyCastleGost();
        }
    }

    /**
     * The signing key: a PKCS#12 key store, or a private key and its certificate.
     *
     * @param keyStore         location of the key store
     * @param keyStorePassword password of the key store and of the key in it
     * @param keyAlias         which key of the store; needed only where it holds several
     * @param privateKey       location of the private key, PKCS#8 in PEM, not encrypted
     * @param certificate      location of the certificate in PEM
     */
    public record Signing(
            Optional<String> keyStore,
            Optional<String> keyStorePassword,
            Optional<String> keyAlias,
            Optional<String> privateKey,
            Optional<String> certificate) {

        public Signing {
            keyStore = given(keyStore);
            keyStorePassword = keyStorePassword == null ? Optional.empty() : keyStorePassword;
            keyAlias = given(keyAlias);
            privateKey = given(privateKey);
            certificate = given(certificate);
            require(keyStore.isPresent() != (privateKey.isPresent() || certificate.isPresent()),
                    "eid.smev.signing must name either key-store, or private-key and certificate");
            require(privateKey.isPresent() == certificate.isPresent(),
                    "eid.smev.signing.private-key and eid.smev.signing.certificate must be set together");
        }

        @Override
        public String toString() {
            return "Signing[" + keyStore.or(() -> privateKey).orElse("") + "]";
        }
    }

    /**
     * Whose signatures are accepted: locations of certificates in PEM, each either the signer's own or that of a
     * certification authority, whose every certificate is then accepted. The signer's own is the narrower trust: a
     * public authority certifies other organisations too. An empty list means that the signature is not verified.
     *
     * @param smev    for SMEVSignature
     * @param senders for SenderInformationSystemSignature
     */
    public record Trust(@DefaultValue List<String> smev, @DefaultValue List<String> senders) {

        public Trust {
            smev = List.copyOf(smev);
            senders = List.copyOf(senders);
        }
    }

    /**
     * TLS of the connection to the endpoint.
     *
     * @param keyStore           location of the PKCS#12 store with the client certificate
     * @param keyStorePassword   its password
     * @param trustStore         location of the PKCS#12 store with the trusted certificates
     * @param trustStorePassword its password
     */
    public record Tls(
            Optional<String> keyStore,
            Optional<String> keyStorePassword,
            Optional<String> trustStore,
            Optional<String> trustStorePassword) {

        public Tls {
            keyStore = given(keyStore);
            keyStorePassword = keyStorePassword == null ? Optional.empty() : keyStorePassword;
            trustStore = given(trustStore);
            trustStorePassword = trustStorePassword == null ? Optional.empty() : trustStorePassword;
        }

        @Override
        public String toString() {
            return "Tls[" + keyStore.orElse("") + ", " + trustStore.orElse("") + "]";
        }
    }

    /**
     * Bounds of the connection.
     *
     * @param connectTimeout  until a connection is free, and until it stands
     * @param responseTimeout until the answer is there as a whole, the wait for a connection included
     * @param connections     connections in the pool
     * @param maxAnswerBytes  the longest answer that is read, in bytes
     */
    public record Http(
            @DefaultValue("5s") Duration connectTimeout,
            @DefaultValue("30s") Duration responseTimeout,
            @DefaultValue("32") int connections,
            @DefaultValue("5242880") int maxAnswerBytes) {

        public Http {
            require(positive(connectTimeout), "eid.smev.http.connect-timeout must be positive");
            require(positive(responseTimeout), "eid.smev.http.response-timeout must be positive");
            require(responseTimeout.compareTo(connectTimeout.multipliedBy(2)) >= 0, "eid.smev.http.response-timeout must be at "
                    + "least twice eid.smev.http.connect-timeout, or a call that never left would count as one that may have arrived");
            require(connections >= 1, "eid.smev.http.connections must be at least 1");
            require(maxAnswerBytes >= 1024, "eid.smev.http.max-answer-bytes must be at least 1024");
        }
    }

    /** A setting left out, or set to nothing as environments do, is not given. */
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
