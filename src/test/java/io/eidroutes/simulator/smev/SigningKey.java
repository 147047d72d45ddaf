package io.eidroutes.simulator.smev;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNumericString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.signers.ECGOST3410Signer;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/** A private key of 256 bits and its self-signed certificate. */
public final class SigningKey {

    /** The password of the committed key stores; they are made for the demonstration and guard nothing. */
    public static final String DEMONSTRATION_PASSWORD = "demonstration";

    private static final ASN1ObjectIdentifier OGRN = new ASN1ObjectIdentifier("1.2.643.100.1");

    private final PrivateKey key;
    private final X509Certificate certificate;
    /** Kept, since multiples of the base point that signing precomputes hang on it: three times quicker than by JCA. */
    private final ECPrivateKeyParameters parameters;

    private SigningKey(PrivateKey key, X509Certificate certificate) throws InvalidKeyException {
        this.key = key;
        this.certificate = certificate;
        this.parameters = (ECPrivateKeyParameters) ECUtil.generatePrivateKeyParameter(key);
    }

    /**
     * A new key on the curve Tc26-Gost-3410-12-256-paramSetA with a self-signed certificate.
     *
     * @param ogrn empty: the certificate names no ОГРН
     */
    public static SigningKey generate(String commonName, String ogrn, Instant from, Instant until) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("ECGOST3410-2012", Gost.PROVIDER);
            generator.initialize(new ECGenParameterSpec("Tc26-Gost-3410-12-256-paramSetA"));
            KeyPair pair = generator.generateKeyPair();
            X500NameBuilder name = new X500NameBuilder().addRDN(BCStyle.CN, commonName);
            if (!ogrn.isEmpty()) {
                name.addRDN(OGRN, new DERNumericString(ogrn));
            }
            X500Name subject = name.build();
            var builder = new JcaX509v3CertificateBuilder(subject, new BigInteger(64, new SecureRandom()),
                    Date.from(from), Date.from(until), subject, pair.getPublic());
            var signer = new JcaContentSignerBuilder("GOST3411-2012-256WITHECGOST3410-2012-256")
                    .setProvider(Gost.PROVIDER).build(pair.getPrivate());
            return new SigningKey(pair.getPrivate(), new JcaX509CertificateConverter()
                    .setProvider(Gost.PROVIDER).getCertificate(builder.build(signer)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot generate a key", e);
        }
    }

    /** From {@code /demonstration/NAME.p12} on the class path. */
    public static SigningKey demonstration(String name) {
        try (InputStream in = SigningKey.class.getResourceAsStream("/demonstration/" + name + ".p12")) {
            if (in == null) {
                throw new IllegalStateException("no demonstration key " + name);
            }
            char[] password = DEMONSTRATION_PASSWORD.toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12", Gost.PROVIDER);
            store.load(in, password);
            return new SigningKey((PrivateKey) store.getKey(name, password), (X509Certificate) store.getCertificate(name));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("cannot read the demonstration key " + name, e);
        }
    }

    public PrivateKey key() {
        return key;
    }

    public X509Certificate certificate() {
        return certificate;
    }

    /** GOST R 34.10-2012 over the GOST R 34.11-2012 digest of the data: s, then r, 32 bytes each. */
    byte[] sign(byte[] data) {
        ECGOST3410Signer signer = new ECGOST3410Signer();
        signer.init(true, parameters);
        BigInteger[] signature = signer.generateSignature(Gost.BITS_256.digest(data));
        return Arrays.concatenate(BigIntegers.asUnsignedByteArray(32, signature[1]),
                BigIntegers.asUnsignedByteArray(32, signature[0]));
    }

    /** Writes PKCS#12 under the alias {@code name}, protected by {@link #DEMONSTRATION_PASSWORD}. */
    public void writeTo(OutputStream out, String name) throws IOException {
        try {
            char[] password = DEMONSTRATION_PASSWORD.toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12", Gost.PROVIDER);
            store.load(null, password);
            store.setKeyEntry(name, key, password, new Certificate[] {certificate});
            store.store(out, password);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot write the key store", e);
        }
    }

    /** The certificate as one line of Base64, as it stands in an XML signature. */
    public String certificateText() {
        return Base64.getEncoder().encodeToString(encoded());
    }

    /** The certificate as PEM. */
    public String pem() {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private byte[] encoded() {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encode the certificate", e);
        }
    }
}
