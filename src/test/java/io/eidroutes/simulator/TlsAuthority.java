package io.eidroutes.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certification authority for TLS connections of tests, made anew in each run. */
public final class TlsAuthority {

    /** The password of the key stores that are written; they live as long as a test run. */
    public static final String PASSWORD = "tests";

    private static final Duration DAY = Duration.ofDays(1);

    private final KeyPair pair = pair();
    private final X500Name name;
    private final X509Certificate certificate;

    public TlsAuthority(String commonName) {
        this.name = new X500Name("CN=" + commonName);
        this.certificate = certificate(name, pair, true, "", Instant.now().plus(DAY));
    }

    /** A key and the certificate that shows whose it is. */
    public record Identity(PrivateKey key, X509Certificate certificate) {

        /** Writes PKCS#12 protected by {@link #PASSWORD}. */
        public Path writeTo(Path file) {
            try {
                return write(store(), file);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("cannot write the key store", e);
            }
        }

        KeyStore store() throws GeneralSecurityException {
            KeyStore store = empty();
            store.setKeyEntry("key", key, PASSWORD.toCharArray(), new Certificate[] {certificate});
            return store;
        }
    }

    /** @param address the IP address of the server, empty for a client */
    public Identity issue(String commonName, String address) {
        return issue(commonName, address, Instant.now().plus(DAY));
    }

    /** The same with an end of its own, which may have passed. */
    public Identity issue(String commonName, String address, Instant until) {
        KeyPair own = pair();
        return new Identity(own.getPrivate(), certificate(new X500Name("CN=" + commonName), own, false, address, until));
    }

    /** Writes PKCS#12 with this authority's certificate, for those who trust it. */
    public Path writeTrustTo(Path file) {
        try {
            return write(trust(), file);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot write the trust store", e);
        }
    }

    KeyStore trust() throws GeneralSecurityException {
        KeyStore store = empty();
        store.setCertificateEntry("authority", certificate);
        return store;
    }

    private X509Certificate certificate(X500Name subject, KeyPair own, boolean authority, String address, Instant until) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(name, new BigInteger(64, new SecureRandom()),
                Date.from(until.minus(DAY.multipliedBy(3))), Date.from(until), subject, own.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!address.isEmpty()) {
                builder.addExtension(Extension.subjectAlternativeName, false,
                        new GeneralNames(new GeneralName(GeneralName.iPAddress, address)));
            }
            return new JcaX509CertificateConverter().getCertificate(
                    builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a certificate", e);
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a key", e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            return store;
        } catch (IOException e) {
            throw new IllegalStateException("cannot make a key store", e);
        }
    }

    private static Path write(KeyStore store, Path file) throws GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
            return file;
        } catch (IOException e) {
            throw new IllegalStateException("cannot write " + file.getFileName(), e);
        }
    }
}
