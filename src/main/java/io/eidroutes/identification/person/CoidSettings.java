package io.eidroutes.identification.person;

import io.eidroutes.WrongSetting;
import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.http.BreakerSettings;
import io.eidroutes.http.WebAddresses;
import io.eidroutes.identification.IdentificationSettings;
import io.eidroutes.identification.provider.AituSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code eid.coid}: how the ЦОИД adapter is asked for personal data and what becomes of them. Base, login
 * and password are demanded where {@code eid.aitu.base} is set.
 *
 * @param base           the adapter's base URL; it runs on the partner's own resources, so there is no default
 * @param login          {@code ACCESS_LOGIN} of the adapter
 * @param password       {@code ACCESS_PERSONAL_DATA_PASSWORD} of the adapter
 * @param path           path of the method under the base
 * @param method         {@code POST} with JSON, or {@code GET} with a query; the documentation does not say
 * @param photo          whether the photo, which is biometric, is delivered; else it is not even stored
 * @param onOtherPerson  what happens when the adapter answers with another person's data
 * @param maxAnswerBytes the longest answer that is read; it must have room for the photo
 * @param http           bounds of the calls
 * @param breaker        when the adapter is left alone for a while
 * @param fetch          fetching as durable work
 * @param keep           how long what is kept
 */
@ConfigurationProperties("eid.coid")
public record CoidSettings(
        Optional<URI> base,
        Optional<String> login,
        Optional<String> password,
        @DefaultValue("/v1/personal-data") String path,
        @DefaultValue("post") Method method,
        @DefaultValue("false") boolean photo,
        @DefaultValue("refuse") OnOtherPerson onOtherPerson,
        @DefaultValue("10485760") int maxAnswerBytes,
        @DefaultValue Http http,
        @DefaultValue BreakerSettings breaker,
        @DefaultValue Fetch fetch,
        @DefaultValue Keep keep) {

    /** SHA-256 of the password that the documentation of the test adapter publishes; itself it is in the profile aitu-test alone. */
    private static final String PUBLISHED_PASSWORD = "155ef561c84a04337af17672f23f4f71ff5c108cdc8a15f9195909f2bcc6b9e2";

    /** How the adapter is asked. */
    public enum Method { GET, POST }

    /** What happens when the adapter answers with another person's data. */
    public enum OnOtherPerson { REFUSE, MARK }

    public CoidSettings {
        base = base == null ? Optional.empty() : base.filter(url -> !url.toString().isBlank());
        login = given(login);
        password = given(password);
        require(base.isEmpty() || WebAddresses.isBase(base.get()),
                "eid.coid.base must be an absolute http or https URL without a query");
        require(path.startsWith("/") && !path.contains("?"), "eid.coid.path must begin with a slash and have no query");
        require(login.filter(name -> name.contains(":")).isEmpty(), "eid.coid.login must not contain a colon (RFC 7617)");
        require(maxAnswerBytes >= 1024, "eid.coid.max-answer-bytes must be at least 1024");
        Duration longestCall = http.connectTimeout().plus(http.deadline());
        require(fetch.lease().compareTo(longestCall.multipliedBy(2)) >= 0,
                "eid.coid.fetch.lease must be at least twice as long as a call may take");
    }

    /**
     * What is demanded where the identification job is on.
     *
     * @param aitu {@code eid.aitu.base}
     * @throws WrongSetting with one sentence
     */
    public void requireBeside(URI aitu) {
        require(base, "eid.coid.base", "it must name the COID adapter where eid.aitu.base is set");
        require(login, "eid.coid.login", "it must be set where eid.aitu.base is");
        require(password, "eid.coid.password", "it must be set where eid.aitu.base is");
        if (AituSettings.isProduction(aitu) && isPublished(password.orElseThrow())) {
            throw new WrongSetting("eid.coid.password",
                    "the password of the test adapter is published and must not be used with the production stand");
        }
    }

    /** @throws WrongSetting where something is erased while it is needed */
    public void requireBeside(IdentificationSettings identifications, DeliverySettings deliveries) {
        if (deliveries.hasChannels() && keep.results().compareTo(deliveries.giveUp()) <= 0) {
            throw new WrongSetting("eid.coid.keep.results",
                    "it must be longer than eid.delivery.give-up, or a result would be gone when its delivery is given up");
        }
        if (identifications.keep().compareTo(identifications.life().plus(fetch.giveUp()).plus(keep.results())) < 0) {
            throw new WrongSetting("eid.identification.keep", "it must not be shorter than eid.identification.life, "
                    + "eid.coid.fetch.give-up and eid.coid.keep.results together, or an identification would be gone before its result");
        }
    }

    private static void require(Optional<?> value, String setting, String why) {
        if (value.isEmpty()) {
            throw new WrongSetting(setting, why);
        }
    }

    private static boolean isPublished(String password) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(password.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).equals(PUBLISHED_PASSWORD);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The URL that is called. */
    URI url() {
        String root = base.orElseThrow(() -> new IllegalStateException("eid.coid.base is not set")).toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "CoidSettings[" + base.map(URI::toString).orElse("not set") + "]";
    }

    /**
     * Bounds of the calls.
     *
     * @param connectTimeout until a connection is free, and until it stands
     * @param deadline       until the answer is there as a whole
     * @param connections    connections in the pool
     */
    public record Http(
            @DefaultValue("3s") Duration connectTimeout,
            @DefaultValue("30s") Duration deadline,
            @DefaultValue("32") int connections) {

        public Http {
            require(positive(connectTimeout), "eid.coid.http.connect-timeout must be positive");
            require(positive(deadline), "eid.coid.http.deadline must be positive");
            require(connections >= 1, "eid.coid.http.connections must be at least 1");
        }
    }

    /**
     * Fetching as durable work.
     *
     * @param workers    people that are asked for at the same time
     * @param lease      for how long a node owns a fetch; afterwards another node may take it over
     * @param interval   how often the store is asked for work of which nobody told this node
     * @param retryFirst pause before the first retry; it doubles with each
     * @param retryMost  longest pause between retries
     * @param retryLater pause before a retry after something that an operator must mend
     * @param giveUp     how long it is tried
     */
    public record Fetch(
            @DefaultValue("16") int workers,
            @DefaultValue("2m") Duration lease,
            @DefaultValue("1s") Duration interval,
            @DefaultValue("1s") Duration retryFirst,
            @DefaultValue("5m") Duration retryMost,
            @DefaultValue("10m") Duration retryLater,
            @DefaultValue("24h") Duration giveUp) {

        public Fetch {
            require(workers >= 1, "eid.coid.fetch.workers must be at least 1");
            require(positive(interval), "eid.coid.fetch.interval must be positive");
            require(positive(retryFirst) && positive(retryMost) && positive(retryLater),
                    "the pauses of eid.coid.fetch must be positive");
            require(positive(giveUp), "eid.coid.fetch.give-up must be positive");
        }
    }

    /**
     * Retention.
     *
     * @param results  a result that nobody confirmed
     * @param codes    digests of the codes that were exchanged; a code itself is valid for 5 minutes
     * @param renewals notes that a person's requestId must be renewed
     * @param sweep    how often what is over its time is erased
     */
    public record Keep(
            @DefaultValue("48h") Duration results,
            @DefaultValue("24h") Duration codes,
            @DefaultValue("90d") Duration renewals,
            @DefaultValue("10m") Duration sweep) {

        public Keep {
            require(positive(results), "eid.coid.keep.results must be positive");
            require(codes.compareTo(Duration.ofMinutes(10)) >= 0, "eid.coid.keep.codes must be at least 10 minutes");
            require(positive(renewals), "eid.coid.keep.renewals must be positive");
        }
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
