package io.eidroutes.smev;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;

/** What computes GOST R 34.10-2012; which one is the setting {@code eid.smev.gost.provider}. */
public interface GostProvider {

    /**
     * A signer with a key in memory.
     *
     * @throws IllegalArgumentException when the certificate is not for a GOST R 34.10-2012 key of 256 or 512 bits, or
     *                                  the private key does not belong to it
     */
    Signer signer(PrivateKey privateKey, X509Certificate certificate);

    /**
     * Verifies the signatures of a key.
     *
     * @throws IllegalArgumentException when it is no GOST R 34.10-2012 key of 256 or 512 bits
     */
    Verifier verifier(PublicKey publicKey);
}
