package io.eidroutes.smev;

import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When the certificates end that the connection to СМЭВ stands on, by their use: {@code signing}, {@code trust-smev},
 * {@code trust-senders}, {@code tls-key} and {@code tls-trust}, as far as they are set. Of several for one use the one that
 * ends first counts: what is over is to be taken out of the settings. Nothing that a certificate says of its holder is here.
 */
public record UsedCertificates(Map<String, Instant> ends) {

    public UsedCertificates {
        ends = Map.copyOf(ends);
    }

    static UsedCertificates of(Signer signer, SmevSettings settings) {
        Map<String, Instant> ends = new LinkedHashMap<>();
        add(ends, "signing", List.of(signer.certificate()));
        add(ends, "trust-smev", Certificates.load("eid.smev.trust.smev", settings.trust().smev()));
        add(ends, "trust-senders", Certificates.load("eid.smev.trust.senders", settings.trust().senders()));
        add(ends, "tls-key", store(settings.tls().keyStore(), settings.tls().keyStorePassword()));
        add(ends, "tls-trust", store(settings.tls().trustStore(), settings.tls().trustStorePassword()));
        return new UsedCertificates(ends);
    }

    private static List<X509Certificate> store(Optional<String> location, Optional<String> password) {
        return location.map(store -> SmevTls.certificates(store, password)).orElse(List.of());
    }

    private static void add(Map<String, Instant> ends, String use, Collection<X509Certificate> certificates) {
        certificates.stream().map(certificate -> certificate.getNotAfter().toInstant()).min(Instant::compareTo)
                .ifPresent(end -> ends.put(use, end));
    }
}
