package io.eidroutes.smev;

import java.math.BigInteger;
import java.security.InvalidKeyException;
import java.security.PublicKey;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.jcajce.provider.asymmetric.util.ECUtil;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.Arrays;
import org.bouncycastle.util.BigIntegers;

/**
 * Verifies by BouncyCastle, with a {@link CombTable} of the base point and one of the key: the key of СМЭВ verifies
 * thousands of signatures, and with them a verification takes about half the time of BouncyCastle's own. What is
 * computed is in public, so it may take a different time for different numbers.
 */
final class BouncyCastleVerifier implements Verifier {

    private final GostAlgorithm algorithm;
    private final BigInteger order;
    private final CombTable basePoint;
    private final CombTable key;

    /** @throws IllegalArgumentException when it is no GOST R 34.10-2012 key of 256 or 512 bits */
    BouncyCastleVerifier(PublicKey publicKey) {
        this.algorithm = GostAlgorithm.required(publicKey);
        try {
            ECPublicKeyParameters parameters = (ECPublicKeyParameters) ECUtil.generatePublicKeyParameter(publicKey);
            ECDomainParameters domain = parameters.getParameters();
            this.order = domain.getN();
            this.basePoint = CombTable.of(domain.getG(), order.bitLength());
            this.key = CombTable.of(parameters.getQ(), order.bitLength());
        } catch (InvalidKeyException anotherKind) {
            throw new IllegalArgumentException("the key is not a GOST R 34.10-2012 key");
        }
    }

    @Override
    public GostAlgorithm algorithm() {
        return algorithm;
    }

    /** GOST R 34.10-2012, section 6.2; the digest is read as a little-endian number, as BouncyCastle and СМЭВ do. */
    @Override
    public boolean verifies(byte[] octets, byte[] signature) {
        if (signature.length != algorithm.signatureBytes()) {
            return false;
        }
        int half = signature.length / 2;
        BigInteger s = new BigInteger(1, signature, 0, half);
        BigInteger r = new BigInteger(1, signature, half, half);
        if (!isInRange(r) || !isInRange(s)) {
            return false;
        }
        BigInteger v = BigIntegers.modOddInverseVar(order, digest(octets));
        BigInteger z1 = s.multiply(v).mod(order);
        BigInteger z2 = order.subtract(r).multiply(v).mod(order);
        ECPoint point = CombTable.sum(basePoint, z1, key, z2).normalize();
        return !point.isInfinity() && point.getAffineXCoord().toBigInteger().mod(order).equals(r);
    }

    private boolean isInRange(BigInteger number) {
        return number.signum() > 0 && number.compareTo(order) < 0;
    }

    private BigInteger digest(byte[] octets) {
        BigInteger e = new BigInteger(1, Arrays.reverse(algorithm.digest(octets))).mod(order);
        return e.signum() == 0 ? BigInteger.ONE : e;
    }
}
