package io.eidroutes.check;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whether certificates are valid now, and for how long. */
final class CertificateDates {

    private static final Duration SOON = Duration.ofDays(30);

    private CertificateDates() {
    }

    /**
     * @param whose what is wrong without it, for the advice
     * @return whether all of them are valid now
     */
    static boolean look(String setting, List<X509Certificate> certificates, String advice, Findings findings) {
        Instant now = Instant.now();
        boolean valid = true;
        for (X509Certificate certificate : certificates) {
            Instant end = certificate.getNotAfter().toInstant();
            if (end.isBefore(now)) {
                findings.error(setting, "a certificate expired on " + day(end), advice);
                valid = false;
            } else if (certificate.getNotBefore().toInstant().isAfter(now)) {
                findings.error(setting, "a certificate is valid only from " + day(certificate.getNotBefore().toInstant()),
                        advice + ", or set the clock of this machine");
                valid = false;
            } else if (end.isBefore(now.plus(SOON))) {
                findings.warn(setting, "a certificate expires on " + day(end), advice);
            } else {
                findings.ok(setting, "a certificate is valid until " + day(end));
            }
        }
        return valid;
    }

    private static String day(Instant moment) {
        return moment.toString().substring(0, "2026-01-01".length());
    }
}
