package io.eidroutes.smev;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import org.bouncycastle.crypto.CipherParameters;
import org.bouncycastle.crypto.Digest;
import org.bouncycastle.crypto.signers.ECGOST3410Signer;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;

/**
 * A public key that verifies many signatures. It holds the key in BouncyCastle's own form, with the tables that
 * BouncyCastle fills while it works; through {@link java.security.Signature} they would be made anew each time.
 */
final class VerificationKey implements PublicKey {

    private static final long serialVersionUID = 1L;

    private final PublicKey key;
    private final transient GostAlgorithm algorithm;
    private final transient CipherParameters parameters;

    /** @throws IllegalArgumentException when it is no GOST R 34.10-2012 key of 256 or 512 bits */
    VerificationKey(PublicKey key) {
        this.key = key;
        this.algorithm = GostAlgorithm.of(key).orElseThrow(
                () -> new IllegalArgumentException("the key is not a GOST R 34.10-2012 key of 256 or 512 bits"));
        try {
            this.parameters = ECUtil.generatePublicKeyParameter(key);
        } catch (InvalidKeyException anotherKind) {
            throw new IllegalArgumentException("the key is not a GOST R 34.10-2012 key");
        }
    }

    GostAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * Whether the signature of what was digested is this key's.
     *
     * @param digest   the digest of the key's size, filled; it is reset
     * @param signature s and r, each of half the length; any other length is no signature
     */
    boolean verifies(Digest digest, byte[] signature) {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        if (signature.length != algorithm.signatureBytes()) {
            return false;
        }
        int half = signature.length / 2;
        BigInteger s = new BigInteger(1, signature, 0, half);
        BigInteger r = new BigInteger(1, signature, half, half);
        ECGOST3410Signer verifier = new ECGOST3410Signer();
        verifier.init(false, parameters);
        return verifier.verifySignature(hash, r, s);
    }

    @Override
    public String getAlgorithm() {
        return key.getAlgorithm();
    }

    @Override
    public String getFormat() {
        return key.getFormat();
    }

    @Override
    public byte[] getEncoded() {
        return key.getEncoded();
    }
}
