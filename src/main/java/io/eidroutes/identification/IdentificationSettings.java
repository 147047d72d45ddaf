package io.eidroutes.identification;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings {@code eid.identification}: the way of a browser. They are looked at where {@code eid.aitu.base} is set.
 *
 * @param publicUrl         where browsers reach us, without a final slash; nothing of a request ever decides that
 * @param ticketLife        how long a start URL works
 * @param life              how long an attempt may take; without a callback the identification then expires
 * @param resultTicketLife  how long a result ticket is good
 * @param exchangeTimeout   after it an exchange counts as interrupted; must be longer than any exchange takes
 * @param browserWait       how long a browser waits at the callback for the personal data
 * @param attempts          most attempts of one identification
 * @param requestsPerMinute most page requests a minute from one address (IPv6: from one /64)
 * @param startPage         show what the user needs before the redirect
 * @param demandIssuer      refuse a callback without {@code iss} (RFC 9207)
 * @param templates         a folder whose templates and messages replace ours
 * @param keep              how long identifications are kept after their end, without anything personal
 * @param sweep             how often what is over its time is looked for
 */
@ConfigurationProperties("eid.identification")
public record IdentificationSettings(
        Optional<URI> publicUrl,
        @DefaultValue("15m") Duration ticketLife,
        @DefaultValue("30m") Duration life,
        @DefaultValue("5m") Duration resultTicketLife,
        @DefaultValue("2m") Duration exchangeTimeout,
        @DefaultValue("5s") Duration browserWait,
        @DefaultValue("10") int attempts,
        @DefaultValue("300") int requestsPerMinute,
        @DefaultValue("false") boolean startPage,
        @DefaultValue("false") boolean demandIssuer,
        Optional<String> templates,
        @DefaultValue("90d") Duration keep,
        @DefaultValue("10s") Duration sweep) {

    public IdentificationSettings {
        publicUrl = publicUrl == null ? Optional.empty() : publicUrl.filter(url -> !url.toString().isBlank());
        templates = templates == null ? Optional.empty() : templates.filter(folder -> !folder.isBlank());
        publicUrl.ifPresent(IdentificationSettings::check);
        require(positive(ticketLife) && positive(life) && positive(resultTicketLife) && positive(exchangeTimeout)
                && positive(keep) && positive(sweep), "the times of eid.identification must be positive");
        require(!browserWait.isNegative(), "eid.identification.browser-wait must not be negative");
        require(attempts >= 1, "eid.identification.attempts must be at least 1");
        require(requestsPerMinute >= 1, "eid.identification.requests-per-minute must be at least 1");
    }

    /** The URL of a path of ours, as browsers reach it. */
    public URI url(String path) {
        return URI.create(root() + path);
    }

    /** Whether browsers come by TLS, so that cookies can be kept from everything else. */
    public boolean isSecure() {
        return root().startsWith("https:");
    }

    private String root() {
        return publicUrl.orElseThrow(() -> new IllegalArgumentException(
                "eid.identification.public-url must be set where eid.aitu.base is")).toString();
    }

    private static void check(URI url) {
        String host = url.getHost() == null ? "" : url.getHost();
        boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
        require("https".equals(url.getScheme()) || "http".equals(url.getScheme()) && here,
                "eid.identification.public-url must be an https URL, or http on this machine");
        require(!host.isEmpty() && url.getRawUserInfo() == null && url.getRawQuery() == null && url.getRawFragment() == null,
                "eid.identification.public-url must have a host, and neither user, query nor fragment");
        require(!url.toString().endsWith("/"), "eid.identification.public-url must not end with a slash");
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
