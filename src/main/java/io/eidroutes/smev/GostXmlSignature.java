package io.eidroutes.smev;

import java.io.ByteArrayOutputStream;
import java.security.Key;
import java.security.SecureRandom;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Optional;
import org.apache.xml.security.algorithms.SignatureAlgorithmSpi;
import org.apache.xml.security.signature.XMLSignatureException;

/**
 * GOST R 34.10-2012 for Santuario, for verifying alone: our own signatures come from a {@link Signer}. Santuario makes
 * one object for every signature, through the constructor without arguments; hence a class for each size.
 */
abstract class GostXmlSignature extends SignatureAlgorithmSpi {

    /** 256 bits. */
    public static final class Bits256 extends GostXmlSignature {
        public Bits256() {
            super(GostAlgorithm.GOST_2012_256);
        }
    }

    /** 512 bits. */
    public static final class Bits512 extends GostXmlSignature {
        public Bits512() {
            super(GostAlgorithm.GOST_2012_512);
        }
    }

    private final GostAlgorithm algorithm;
    private final ByteArrayOutputStream octets = new ByteArrayOutputStream(1024);
    private Optional<Verifier> verifier = Optional.empty();

    GostXmlSignature(GostAlgorithm algorithm) {
        this.algorithm = algorithm;
    }

    @Override
    protected String engineGetURI() {
        return algorithm.signatureUri();
    }

    @Override
    protected String engineGetJCEAlgorithmString() {
        return algorithm.jcaSignature();
    }

    @Override
    protected String engineGetJCEProviderName() {
        return BouncyCastle.PROVIDER.getName();
    }

    /** Takes a {@link VerificationKey} of this size alone. */
    @Override
    protected void engineInitVerify(Key given) throws XMLSignatureException {
        if (!(given instanceof VerificationKey verification) || verification.verifier().algorithm() != algorithm) {
            throw new XMLSignatureException("empty");
        }
        verifier = Optional.of(verification.verifier());
        octets.reset();
    }

    @Override
    protected void engineUpdate(byte[] more) {
        octets.writeBytes(more);
    }

    @Override
    protected void engineUpdate(byte octet) {
        octets.write(octet);
    }

    @Override
    protected void engineUpdate(byte[] more, int offset, int length) {
        octets.write(more, offset, length);
    }

    @Override
    protected boolean engineVerify(byte[] value) throws XMLSignatureException {
        return verifier.orElseThrow(() -> new XMLSignatureException("empty")).verifies(octets.toByteArray(), value);
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
