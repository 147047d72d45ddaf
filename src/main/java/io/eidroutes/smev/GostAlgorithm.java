package io.eidroutes.smev;

import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.spec.ECFieldFp;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.rosstandart.RosstandartObjectIdentifiers;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.digests.GOST3411_2012_256Digest;
import org.bouncycastle.crypto.digests.GOST3411_2012_512Digest;

/**
 * GOST R 34.10-2012 with GOST R 34.11-2012 (Streebog), in the two sizes that СМЭВ 3 accepts.
 * Names for XML: methodical recommendations of СМЭВ 3, section on the electronic signature (ЭП-ОВ).
 */
public enum GostAlgorithm {
    GOST_2012_256(256, RosstandartObjectIdentifiers.id_tc26_gost_3410_12_256),
    GOST_2012_512(512, RosstandartObjectIdentifiers.id_tc26_gost_3410_12_512);

    private static final String URN = "urn:ietf:params:xml:ns:cpxmlsec:algorithms:";

    private final int bits;
    private final ASN1ObjectIdentifier keyType;

    GostAlgorithm(int bits, ASN1ObjectIdentifier keyType) {
        this.bits = bits;
        this.keyType = keyType;
    }

    /** The value of {@code SignatureMethod/@Algorithm}. */
    public String signatureUri() {
        return URN + "gostr34102012-gostr34112012-" + bits;
    }

    /** The value of {@code DigestMethod/@Algorithm}. */
    public String digestUri() {
        return URN + "gostr34112012-" + bits;
    }

    /** The name that BouncyCastle knows the signature by. */
    public String jcaSignature() {
        return "GOST3411-2012-" + bits + "WITHECGOST3410-2012-" + bits;
    }

    /** The name that BouncyCastle knows the digest by. */
    public String jcaDigest() {
        return "GOST3411-2012-" + bits;
    }

    /** The Streebog digest of this size. */
    byte[] digest(byte[] octets) {
        Digest streebog = bits == 256 ? new GOST3411_2012_256Digest() : new GOST3411_2012_512Digest();
        streebog.update(octets, 0, octets.length);
        byte[] digest = new byte[streebog.getDigestSize()];
        streebog.doFinal(digest, 0);
        return digest;
    }

    /** Length of a raw signature in bytes: 64 or 128. */
    public int signatureBytes() {
        return bits / 4;
    }

    /** @throws IllegalArgumentException when it is no GOST R 34.10-2012 key of 256 or 512 bits */
    static GostAlgorithm required(PublicKey key) {
        return of(key).orElseThrow(
                () -> new IllegalArgumentException("the key is not a GOST R 34.10-2012 key of 256 or 512 bits"));
    }

    /** The algorithm of a key; empty when it is no GOST R 34.10-2012 key, or its curve is of another size. */
    static Optional<GostAlgorithm> of(PublicKey key) {
        ASN1ObjectIdentifier type =
                SubjectPublicKeyInfo.getInstance(key.getEncoded()).getAlgorithm().getAlgorithm();
        for (GostAlgorithm algorithm : values()) {
            if (algorithm.keyType.equals(type) && algorithm.fits(key)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    private boolean fits(PublicKey key) {
        return key instanceof ECKey ec
                && ec.getParams().getCurve().getField() instanceof ECFieldFp field
                && field.getFieldSize() == bits;
    }
}
