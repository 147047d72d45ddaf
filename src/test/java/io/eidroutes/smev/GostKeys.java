package io.eidroutes.smev;

import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * GOST key pairs with certificates, for tests and simulators. Valid from the day before {@code made} for a year.
 *
 * @param algorithm   256 or 512 bits
 * @param keyPair     BouncyCastle keys
 * @param certificate subject with CN and ОГРН
 */
public record GostKeys(GostAlgorithm algorithm, KeyPair keyPair, X509Certificate certificate) {

    private static final ASN1ObjectIdentifier OGRN = new ASN1ObjectIdentifier("1.2.643.100.1");

    /** A key with a certificate signed by itself, no authority. */
    public static GostKeys selfSigned(GostAlgorithm algorithm, String commonName) {
        return selfSigned(algorithm, commonName, Instant.now());
    }

    /** A key with a certificate signed by itself that was made at another time. */
    public static GostKeys selfSigned(GostAlgorithm algorithm, String commonName, Instant made) {
        KeyPair pair = pair(algorithm, curve(algorithm));
        X500Name name = name(commonName);
        return new GostKeys(algorithm, pair, certificate(algorithm, name, pair, name, pair, made, false));
    }

    /** A key on another curve of the same size, for instance {@code GostR3410-2001-CryptoPro-A}. */
    public static GostKeys onCurve(GostAlgorithm algorithm, String curve, String commonName) {
        KeyPair pair = pair(algorithm, curve);
        X500Name name = name(commonName);
        return new GostKeys(algorithm, pair, certificate(algorithm, name, pair, name, pair, Instant.now(), false));
    }

    /** A certification authority. */
    public static GostKeys authority(GostAlgorithm algorithm, String commonName) {
        KeyPair pair = pair(algorithm, curve(algorithm));
        X500Name name = name(commonName);
        return new GostKeys(algorithm, pair, certificate(algorithm, name, pair, name, pair, Instant.now(), true));
    }

    /** A key whose certificate this key has issued, whether or not it may. */
    public GostKeys issue(GostAlgorithm subjectAlgorithm, String commonName) {
        KeyPair pair = pair(subjectAlgorithm, curve(subjectAlgorithm));
        X500Name issuer = X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
        return new GostKeys(subjectAlgorithm, pair,
                certificate(algorithm, name(commonName), pair, issuer, keyPair, Instant.now(), false));
    }

    public PrivateKey privateKey() {
        return keyPair.getPrivate();
    }

    public Signer signer() {
        return new BouncyCastleSigner(privateKey(), certificate);
    }

    /** The certificate in PEM. */
    public String certificatePem() {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The private key, PKCS#8 in PEM. */
    public String privateKeyPem() {
        return pem("PRIVATE KEY", privateKey().getEncoded());
    }

    private static String pem(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter pem = new PemWriter(text)) {
            pem.writeObject(new PemObject(type, content));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static String curve(GostAlgorithm algorithm) {
        return algorithm == GostAlgorithm.GOST_2012_256
                ? "Tc26-Gost-3410-12-256-paramSetA" : "Tc26-Gost-3410-12-512-paramSetA";
    }

    private static KeyPair pair(GostAlgorithm algorithm, String curve) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("ECGOST3410-2012", BouncyCastle.PROVIDER);
            generator.initialize(new ECGenParameterSpec(curve));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(algorithm + " " + curve, impossible);
        }
    }

    private static X500Name name(String commonName) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "RU")
                .addRDN(OGRN, new DERNumericString("1027700198767"))
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static X509Certificate certificate(GostAlgorithm issuerAlgorithm, X500Name subject, KeyPair subjectPair,
            X500Name issuer, KeyPair issuerPair, Instant made, boolean authority) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(issuer,
                new BigInteger(64, new SecureRandom()).setBit(64),
                Date.from(made.minus(Duration.ofDays(1))), Date.from(made.plus(Duration.ofDays(365))),
                subject, subjectPair.getPublic());
        try {
            if (authority) {
                builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign));
            } else {
                builder.addExtension(Extension.keyUsage, true,
                        new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            }
            JcaContentSignerBuilder signer = new JcaContentSignerBuilder(issuerAlgorithm.jcaSignature());
            return new JcaX509CertificateConverter().setProvider(BouncyCastle.PROVIDER).getCertificate(
                    builder.build(signer.setProvider(BouncyCastle.PROVIDER).build(issuerPair.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
