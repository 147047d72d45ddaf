package io.eidroutes.privacy;

import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Keyed digests (HMAC-SHA256) of personal content, to find it again without keeping it. The text is the key id in
 * eight hexadecimal digits, a dot, and the 256 bits in base64url: 52 ASCII characters.
 */
public final class Digests {

    private static final int BYTES = 32;

    private final PrfSet prfs;

    public Digests(Keyset keyset) {
        this.prfs = keyset.digestPrimitive();
    }

    /** The digest under the primary key: what is stored. */
    public String digest(byte[] content) {
        try {
            return text(prfs.getPrimaryId(), prfs.computePrimary(content, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A digest cannot be computed.");
        }
    }

    /** The digests under every key, that of the primary key first: what is looked up, whenever it was stored. */
    public List<String> candidates(byte[] content) {
        List<String> candidates = new ArrayList<>();
        candidates.add(digest(content));
        try {
            for (Map.Entry<Integer, Prf> key : prfs.getPrfs().entrySet()) {
                if (key.getKey() != prfs.getPrimaryId()) {
                    candidates.add(text(key.getKey(), key.getValue().compute(content, BYTES)));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A digest cannot be computed.");
        }
        return List.copyOf(candidates);
    }

    private static String text(int keyId, byte[] digest) {
        return HexFormat.of().toHexDigits(keyId) + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
    }
}
