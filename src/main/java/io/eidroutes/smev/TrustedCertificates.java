package io.eidroutes.smev;

import io.eidroutes.failure.Failure;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The certificates that one kind of signature may be made with: each is the signer's own, or an authority's that
 * issued it directly. There is no longer chain and no revocation: СМЭВ checks the senders' certificates itself.
 * What was accepted is remembered, since parsing a certificate and verifying its issuer costs as much as the
 * signature; validity is looked at every time.
 */
final class TrustedCertificates {

    private static final int REMEMBERED = 64;
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final int KEY_CERT_SIGN = 5;

    /** A signer that is trusted while both certificates are valid. */
    private record Accepted(X509Certificate certificate, VerificationKey key, X509Certificate anchor) {

        void checkValidity(Instant moment) throws CertificateExpiredException, CertificateNotYetValidException {
            certificate.checkValidity(Date.from(moment));
            anchor.checkValidity(Date.from(moment));
        }
    }

    private static final class Memory extends LinkedHashMap<String, Accepted> {
        private static final long serialVersionUID = 1L;

        Memory() {
            super(REMEMBERED, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Accepted> eldest) {
            return size() > REMEMBERED;
        }
    }

    private final List<X509Certificate> trusted;
    private final GostProvider gost;
    private final Map<String, Accepted> memory = new Memory();

    TrustedCertificates(List<X509Certificate> trusted, GostProvider gost) {
        this.trusted = List.copyOf(trusted);
        this.gost = gost;
    }

    boolean isEmpty() {
        return trusted.isEmpty();
    }

    /**
     * The key of a signer's certificate.
     *
     * @param encoded the certificate in Base64, line breaks allowed
     * @throws Failure {@code EID-SIGNATURE-INVALID} when it is no certificate, {@code EID-SIGNATURE-UNTRUSTED} when it
     *                 is not trusted at that moment
     */
    VerificationKey key(String encoded, Instant moment) {
        Accepted signer = remembered(encoded).orElseGet(() -> accept(encoded));
        try {
            signer.checkValidity(moment);
        } catch (CertificateException notValid) {
            throw SignatureVerifier.untrusted();
        }
        return signer.key();
    }

    private Optional<Accepted> remembered(String encoded) {
        synchronized (memory) {
            return Optional.ofNullable(memory.get(encoded));
        }
    }

    private Accepted accept(String encoded) {
        Accepted accepted = accept(parse(encoded));
        synchronized (memory) {
            memory.put(encoded, accepted);
        }
        return accepted;
    }

    private static X509Certificate parse(String encoded) {
        try {
            return Certificates.parse(Base64.getMimeDecoder().decode(encoded));
        } catch (CertificateException | RuntimeException malformed) {
            throw SignatureVerifier.invalid();
        }
    }

    private Accepted accept(X509Certificate certificate) {
        for (X509Certificate anchor : trusted) {
            if (anchor.equals(certificate) || maySign(certificate) && isIssuedBy(certificate, anchor)) {
                return new Accepted(certificate, publicKey(certificate), anchor);
            }
        }
        throw SignatureVerifier.untrusted();
    }

    private VerificationKey publicKey(X509Certificate certificate) {
        try {
            PublicKey key = Certificates.publicKey(certificate);
            return new VerificationKey(key, gost.verifier(key));
        } catch (IllegalArgumentException anotherKind) {
            throw SignatureVerifier.untrusted();
        }
    }

    private static boolean maySign(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[DIGITAL_SIGNATURE] || usage[NON_REPUDIATION];
    }

    private static boolean isIssuedBy(X509Certificate certificate, X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        if (authority.getBasicConstraints() < 0 || usage != null && !usage[KEY_CERT_SIGN]
                || !authority.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
            return false;
        }
        try {
            certificate.verify(Certificates.publicKey(authority), BouncyCastle.PROVIDER);
            return true;
        } catch (GeneralSecurityException | IllegalArgumentException notIssued) {
            return false;
        }
    }
}
