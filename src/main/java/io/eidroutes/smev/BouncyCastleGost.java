package io.eidroutes.smev;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;

/** GOST R 34.10-2012 in Java alone, by BouncyCastle: the default. */
public final class BouncyCastleGost implements GostProvider {

    @Override
    public Signer signer(PrivateKey privateKey, X509Certificate certificate) {
        return new BouncyCastleSigner(privateKey, certificate);
    }

    @Override
    public Verifier verifier(PublicKey publicKey) {
        return new BouncyCastleVerifier(publicKey);
    }
}
