package io.eidroutes.smev;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.signers.ECGOST3410Signer;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.util.BigIntegers;

/**
 * The default signer: a key in memory and BouncyCastle. It uses BouncyCastle's own interface instead of
 * {@link java.security.Signature}, which builds the curve, and with it the table of the base point, anew for every
 * signature.
 */
public final class BouncyCastleSigner implements Signer {

    private static final byte[] PROBE = {'p', 'r', 'o', 'b', 'e'};

    private final GostAlgorithm algorithm;
    private final X509Certificate certificate;
    private final CipherParameters key;

    /**
     * @throws IllegalArgumentException when the certificate is not for a GOST R 34.10-2012 key of 256 or 512 bits,
     *                                  or the private key does not belong to it
     */
    public BouncyCastleSigner(PrivateKey privateKey, X509Certificate certificate) {
        PublicKey publicKey = Certificates.publicKey(certificate);
        this.certificate = certificate;
        this.algorithm = GostAlgorithm.of(publicKey).orElseThrow(() -> new IllegalArgumentException(
                "the signing certificate is not for a GOST R 34.10-2012 key of 256 or 512 bits"));
        try {
            this.key = new ParametersWithRandom(ECUtil.generatePrivateKeyParameter(privateKey), new SecureRandom());
            if (!belongsTo(publicKey, this)) {
                throw new IllegalArgumentException("the private key does not belong to the signing certificate");
            }
        } catch (GeneralSecurityException notAGostKey) {
            throw new IllegalArgumentException("the private key is not a GOST R 34.10-2012 key");
        }
    }

    /** Whether what the signer makes is the signature of that key. */
    static boolean belongsTo(PublicKey publicKey, Signer signer) {
        return new BouncyCastleVerifier(publicKey).verifies(PROBE, signer.sign(PROBE));
    }

    @Override
    public GostAlgorithm algorithm() {
        return algorithm;
    }

    @Override
    public X509Certificate certificate() {
        return certificate;
    }

    @Override
    public byte[] sign(byte[] octets) {
        ECGOST3410Signer signer = new ECGOST3410Signer();
        signer.init(true, key);
        BigInteger[] rs = signer.generateSignature(algorithm.digest(octets));
        int half = algorithm.signatureBytes() / 2;
        byte[] signature = new byte[2 * half];
        BigIntegers.asUnsignedByteArray(rs[1], signature, 0, half);
        BigIntegers.asUnsignedByteArray(rs[0], signature, half, half);
        return signature;
    }
}
