package io.eidroutes.privacy;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.util.Set;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ResourceUtils;

/** The loaded keys for personal data. Everything that can be wrong with them shows when they are loaded. */
public final class Keyset {

    static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final KeysetHandle aead;
    private final KeysetHandle digest;
    private final Aead aeadPrimitive;
    private final PrfSet digestPrimitive;

    Keyset(KeysetHandle aead, KeysetHandle digest) throws GeneralSecurityException {
        this.aead = aead;
        this.digest = digest;
        this.aeadPrimitive = aead.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.digestPrimitive = digest.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    /**
     * Loads the keys from the place that the settings name. A file must be readable by its owner alone (mode 0600 or
     * less) where the file system knows owners; other resources, such as {@code classpath:}, are not checked.
     *
     * @throws UnusableKeyset if there is no such file, others may read it, or it is no keyset file
     */
    public static Keyset load(PrivacySettings settings) {
        String location = settings.keyset();
        Resource resource = ResourceUtils.isUrl(location)
                ? new DefaultResourceLoader().getResource(location) : new FileSystemResource(location);
        try {
            if (resource.isFile() && !location.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX)) {
                refuseIfOthersMayRead(resource.getFile().toPath());
            }
            try (InputStream in = resource.getInputStream()) {
                return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UnusableKeyset("The keyset " + location
                    + " (eid.privacy.keyset) cannot be read: there is no such file, or this user may not read it.");
        }
    }

    /**
     * Reads the text of a keyset file.
     *
     * @throws UnusableKeyset if it is none
     */
    public static Keyset parse(String text) {
        return KeysetFile.read(text);
    }

    static void refuseIfOthersMayRead(Path file) throws IOException {
        if (!file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        if (!OWNER_ONLY.containsAll(Files.getPosixFilePermissions(file))) {
            throw new UnusableKeyset("The keyset " + file
                    + " must be accessible to its owner alone: set its mode to 0600.");
        }
    }

    KeysetHandle aead() {
        return aead;
    }

    KeysetHandle digest() {
        return digest;
    }

    Aead aeadPrimitive() {
        return aeadPrimitive;
    }

    PrfSet digestPrimitive() {
        return digestPrimitive;
    }
}
