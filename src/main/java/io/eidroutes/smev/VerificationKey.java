package io.eidroutes.smev;

import java.security.PublicKey;

/** A public key with its {@link Verifier}: what Santuario hands through to {@link GostXmlSignature}. */
final class VerificationKey implements PublicKey {

    private static final long serialVersionUID = 1L;

    private final PublicKey key;
    private final transient Verifier verifier;

    VerificationKey(PublicKey key, Verifier verifier) {
        this.key = key;
        this.verifier = verifier;
    }

    Verifier verifier() {
        return verifier;
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
