package io.eidroutes.smev;

import java.security.cert.X509Certificate;

/**
 * Makes the signature of the information system (ЭП-ОВ). An interface, because production law wants a certified
 * signing tool: a certified provider, an HSM or a remote signer stands here in place of those that a {@link GostProvider} gives.
 * Implementations are safe for use by several threads.
 */
public interface Signer {

    GostAlgorithm algorithm();

    /** The certificate of the signing key; it goes into {@code KeyInfo}. */
    X509Certificate certificate();

    /**
     * Signs with GOST R 34.10-2012, the Streebog digest of the same size included.
     *
     * @param octets what is signed, undigested
     * @return the raw signature, {@code s || r}, each half big-endian, {@link GostAlgorithm#signatureBytes()} long
     * @throws IllegalStateException when the key cannot sign
     */
    byte[] sign(byte[] octets);
}
