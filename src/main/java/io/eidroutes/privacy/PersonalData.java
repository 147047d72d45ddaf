package io.eidroutes.privacy;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Encrypts what the store keeps about people. Every value is bound to its place (table, row, column), so that one
 * copied to another row does not decrypt there.
 */
public final class PersonalData {

    private final Aead aead;

    public PersonalData(Keyset keyset) {
        this.aead = keyset.aeadPrimitive();
    }

    /** Encrypts with the primary key. */
    public byte[] encrypt(byte[] plain, String table, UUID id, String column) {
        return encrypt(plain, table, id.toString(), column);
    }

    /** For rows whose key is no UUID. */
    public byte[] encrypt(byte[] plain, String table, String id, String column) {
        try {
            return aead.encrypt(plain, place(table, id, column));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value for " + table + "." + column + " cannot be encrypted.");
        }
    }

    /**
     * Decrypts with whichever key of the keyset it was encrypted with.
     *
     * @throws Undecryptable if that key is gone, or the value was changed or stood somewhere else
     */
    public byte[] decrypt(byte[] encrypted, String table, UUID id, String column) {
        return decrypt(encrypted, table, id.toString(), column);
    }

    /** For rows whose key is no UUID. */
    public byte[] decrypt(byte[] encrypted, String table, String id, String column) {
        try {
            return aead.decrypt(encrypted, place(table, id, column));
        } catch (GeneralSecurityException e) {
            throw new Undecryptable(table, column);
        }
    }

    private static byte[] place(String table, String id, String column) {
        return (table + "|" + id + "|" + column).getBytes(StandardCharsets.UTF_8);
    }
}
