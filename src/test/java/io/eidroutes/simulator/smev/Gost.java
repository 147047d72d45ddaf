package io.eidroutes.simulator.smev;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.jce.provider.BouncyCastleProvider;

/** GOST R 34.10-2012 with GOST R 34.11-2012 in its two lengths, as XML signatures of СМЭВ 3 name them. */
enum Gost {
    BITS_256("256"), BITS_512("512");

    /** Handed over with each call: nothing is registered in the process that the application shares in tests. */
    static final Provider PROVIDER = new BouncyCastleProvider();

    private static final String CP = "urn:ietf:params:xml:ns:cpxmlsec:algorithms:";
    private final String bits;

    Gost(String bits) {
        this.bits = bits;
    }

    static Optional<Gost> ofSignatureMethod(String uri) {
        return Arrays.stream(values()).filter(gost -> gost.signatureMethod().equals(uri)).findFirst();
    }

    String signatureMethod() {
        return CP + "gostr34102012-gostr34112012-" + bits;
    }

    String digestMethod() {
        return CP + "gostr34112012-" + bits;
    }

    byte[] digest(byte[] data) {
        try {
            return MessageDigest.getInstance("GOST3411-2012-" + bits, PROVIDER).digest(data);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("GOST R 34.11-2012 is missing", e);
        }
    }

    boolean verifies(PublicKey key, byte[] data, byte[] value) {
        try {
            Signature signature = Signature.getInstance(
                    "GOST3411-2012-" + bits + "WITHECGOST3410-2012-" + bits, PROVIDER);
            signature.initVerify(key);
            signature.update(data);
            return signature.verify(value);
        } catch (SignatureException | java.security.InvalidKeyException | IllegalArgumentException malformed) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot verify", e);
        }
    }
}
