package io.eidroutes.privacy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import java.security.GeneralSecurityException;

/**
 * The keyset file: a JSON object with two keysets in Tink's own JSON format, {@code aead} (AES256-GCM, encrypts) and
 * {@code digest} (HMAC-SHA256, digests).
 *
 * <p>Each keyset holds the keys of the past, the primary key, and last the key that the next rotation makes primary.
 * So the nodes of a cluster that still run with the file as it was before a rotation already read what the others
 * write with the new primary key.
 */
public final class KeysetFile {

    private static final String AEAD = "aead";
    private static final String DIGEST = "digest";
    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private KeysetFile() {
    }

    /** A new file: in each keyset a primary key and the one for the first rotation. */
    public static String generate() {
        try {
            return write(generate(PredefinedAeadParameters.AES256_GCM),
                    generate(PredefinedPrfParameters.HMAC_SHA256_PRF));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot make a key.", e);
        }
    }

    /**
     * The file after a rotation: in each keyset the last key has become primary, a new one waits behind it, and the
     * former ones stay for reading.
     *
     * @throws UnusableKeyset if the text is no keyset file
     */
    public static String rotate(String existing) {
        Keyset before = read(existing);
        try {
            return write(rotate(before.aead(), PredefinedAeadParameters.AES256_GCM),
                    rotate(before.digest(), PredefinedPrfParameters.HMAC_SHA256_PRF));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Tink cannot make a key.", e);
        }
    }

    /** @throws UnusableKeyset if the text is no keyset file; nothing of the text is quoted */
    static Keyset read(String text) {
        try {
            JsonNode file = JSON.readTree(text);
            return new Keyset(read(file, AEAD), read(file, DIGEST));
        } catch (JsonProcessingException | GeneralSecurityException | RuntimeException e) {
            // No cause: the parsers quote what they read, and what they read are keys.
            throw new UnusableKeyset("The keyset is not readable: it must be a JSON object with the Tink keysets "
                    + "\"aead\" and \"digest\", as --new-keyset FILE makes it.");
        }
    }

    private static KeysetHandle read(JsonNode file, String name) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(file.required(name).toString(), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle generate(Parameters parameters) throws GeneralSecurityException {
        return rotate(KeysetHandle.generateNew(parameters), parameters);
    }

    private static KeysetHandle rotate(KeysetHandle before, Parameters parameters) throws GeneralSecurityException {
        KeysetHandle.Builder after = KeysetHandle.newBuilder(before);
        after.getAt(after.size() - 1).makePrimary();
        return after.addEntry(KeysetHandle.generateEntryFromParameters(parameters).withRandomId()).build();
    }

    private static String write(KeysetHandle aead, KeysetHandle digest) throws GeneralSecurityException {
        try {
            ObjectNode file = JSON.createObjectNode();
            file.set(AEAD, tree(aead));
            file.set(DIGEST, tree(digest));
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Tink wrote a keyset that is no JSON.");
        }
    }

    private static JsonNode tree(KeysetHandle keyset) throws GeneralSecurityException, JsonProcessingException {
        return JSON.readTree(TinkJsonProtoKeysetFormat.serializeKeyset(keyset, InsecureSecretKeyAccess.get()));
    }
}
