package io.eidroutes.smev;

/** Verifies the signatures of one key. Implementations are safe for use by several threads. */
public interface Verifier {

    GostAlgorithm algorithm();

    /**
     * Whether the signature is this key's, GOST R 34.10-2012 with the Streebog digest of the same size.
     *
     * @param octets    what was signed, undigested
     * @param signature {@code s || r}, as {@link Signer#sign} gives it; any other length is no signature
     */
    boolean verifies(byte[] octets, byte[] signature);
}
