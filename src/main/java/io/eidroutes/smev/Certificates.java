package io.eidroutes.smev;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ResourceUtils;

/** Reads X.509 certificates with GOST keys, which the certificate classes of the JDK do not understand. */
public final class Certificates {

    private Certificates() {
    }

    /**
     * Reads every certificate of every location.
     *
     * @param setting   the setting that holds the locations, named in the error
     * @param locations PEM or DER files, as Spring resource locations; a plain path is a file
     * @throws IllegalArgumentException when a location cannot be read or holds no certificate
     */
    public static List<X509Certificate> load(String setting, List<String> locations) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (String location : locations) {
            certificates.addAll(load(setting, location));
        }
        return List.copyOf(certificates);
    }

    private static List<X509Certificate> load(String setting, String location) {
        List<X509Certificate> found = new ArrayList<>();
        try (InputStream in = resource(location).getInputStream()) {
            for (Certificate certificate : factory().generateCertificates(in)) {
                found.add((X509Certificate) certificate);
            }
        } catch (IOException | CertificateException | RuntimeException unreadable) {
            throw new IllegalArgumentException(setting + ": " + location + " cannot be read as a certificate");
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException(setting + ": " + location + " holds no certificate");
        }
        return found;
    }

    static X509Certificate parse(byte[] encoded) throws CertificateException {
        Certificate certificate = factory().generateCertificate(new ByteArrayInputStream(encoded));
        if (certificate instanceof X509Certificate x509) {
            return x509;
        }
        throw new CertificateException("no X.509 certificate");
    }

    /** The key of a certificate as a BouncyCastle key, whichever provider read the certificate. */
    static PublicKey publicKey(X509Certificate certificate) {
        byte[] encoded = certificate.getPublicKey().getEncoded();
        try {
            return KeyFactory.getInstance("ECGOST3410-2012", BouncyCastle.PROVIDER)
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException | RuntimeException anotherKey) {
            throw new IllegalArgumentException("the certificate is not for a GOST R 34.10-2012 key");
        }
    }

    static Resource resource(String location) {
        return ResourceUtils.isUrl(location)
                ? new DefaultResourceLoader().getResource(location)
                : new FileSystemResource(location);
    }

    private static CertificateFactory factory() throws CertificateException {
        return CertificateFactory.getInstance("X.509", BouncyCastle.PROVIDER);
    }
}
