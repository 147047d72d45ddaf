package io.eidroutes.smev;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import org.apache.xml.security.algorithms.SignatureAlgorithmSpi;
import org.apache.xml.security.signature.XMLSignatureException;

/**
 * GOST R 34.10-2012 for Santuario, for verifying alone: our own signatures come from a {@link Signer}. Santuario makes
 * one object for every signature, through the constructor without arguments; hence a class for each size.
 */
abstract class GostXmlSignature extends SignatureAlgorithmSpi {

    /** 256 bits. */
    public static final class Bits256 extends GostXmlSignature {
        public Bits256() throws XMLSignatureException {
            super(GostAlgorithm.GOST_2012_256);
        }
    }

    /** 512 bits. */
    public static final class Bits512 extends GostXmlSignature {
        public Bits512() throws XMLSignatureException {
            super(GostAlgorithm.GOST_2012_512);
        }
    }

    private final GostAlgorithm algorithm;
    private final Signature signature;

    GostXmlSignature(GostAlgorithm algorithm) throws XMLSignatureException {
        this.algorithm = algorithm;
        try {
            this.signature = Signature.getInstance(algorithm.jcaSignature(), BouncyCastle.PROVIDER);
        } catch (GeneralSecurityException missing) {
            throw new XMLSignatureException(missing);
        }
    }

    @Override
    protected String engineGetURI() {
        return algorithm.signatureUri();
    }

    @Override
    protected String engineGetJCEAlgorithmString() {
        return signature.getAlgorithm();
    }

    @Override
    protected String engineGetJCEProviderName() {
        return signature.getProvider().getName();
    }

    @Override
    protected void engineInitVerify(Key key) throws XMLSignatureException {
        if (!(key instanceof PublicKey publicKey)) {
            throw new XMLSignatureException("empty");
        }
        try {
            signature.initVerify(publicKey);
        } catch (GeneralSecurityException wrongKey) {
            throw new XMLSignatureException(wrongKey);
        }
    }

    @Override
    protected void engineUpdate(byte[] octets) throws XMLSignatureException {
        engineUpdate(octets, 0, octets.length);
    }

    @Override
    protected void engineUpdate(byte octet) throws XMLSignatureException {
        engineUpdate(new byte[] {octet}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] octets, int offset, int length) throws XMLSignatureException {
        try {
            signature.update(octets, offset, length);
        } catch (GeneralSecurityException notReady) {
            throw new XMLSignatureException(notReady);
        }
    }

    @Override
    protected boolean engineVerify(byte[] value) throws XMLSignatureException {
        try {
            // BouncyCastle ignores what follows the two halves.
            return value.length == algorithm.signatureBytes() && signature.verify(value);
        } catch (GeneralSecurityException malformed) {
            throw new XMLSignatureException(malformed);
        }
    }

    @Override
    protected void engineInitSign(Key key) {
        throw verifiesOnly();
    }

    @Override
    protected void engineInitSign(Key key, SecureRandom random) {
        throw verifiesOnly();
    }

    @Override
    protected void engineInitSign(Key key, AlgorithmParameterSpec parameters) {
        throw verifiesOnly();
    }

    @Override
    protected byte[] engineSign() {
        throw verifiesOnly();
    }

    @Override
    protected void engineSetParameter(AlgorithmParameterSpec parameters) throws XMLSignatureException {
        throw new XMLSignatureException("empty");
    }

    @Override
    protected void engineSetHMACOutputLength(int length) throws XMLSignatureException {
        throw new XMLSignatureException("empty");
    }

    private static UnsupportedOperationException verifiesOnly() {
        return new UnsupportedOperationException("a Signer makes the signatures");
    }
}
