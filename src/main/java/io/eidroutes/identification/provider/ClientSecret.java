package io.eidroutes.identification.provider;

import io.eidroutes.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The service's secret: the setting itself, or, where the setting is {@code file:/PATH}, what stands in that file. The file is
 * read anew for each use, so that the secret can be changed while this runs.
 */
final class ClientSecret {

    private static final Logger LOG = LoggerFactory.getLogger(ClientSecret.class);
    private static final String FILE = "file:";

    private final Optional<Path> file;
    private volatile String last;

    private ClientSecret(Optional<Path> file, String last) {
        this.file = file;
        this.last = last;
    }

    /** @throws WrongSetting the file cannot be read, or is empty */
    static ClientSecret of(String setting) {
        if (!setting.startsWith(FILE)) {
            return new ClientSecret(Optional.empty(), setting);
        }
        try {
            Path file = Path.of(setting.substring(FILE.length()));
            return new ClientSecret(Optional.of(file), read(file).orElseThrow(() -> unusable("is empty")));
        } catch (IOException | InvalidPathException e) {
            throw unusable("cannot be read");
        }
    }

    String text() {
        file.ifPresent(this::refresh);
        return last;
    }

    /** A file that is being replaced can be away for a moment. */
    private void refresh(Path path) {
        try {
            read(path).ifPresent(text -> last = text);
        } catch (IOException e) {
            LOG.warn("The file of eid.aitu.client-secret cannot be read; the secret that it held before is used");
        }
    }

    private static Optional<String> read(Path file) throws IOException {
        return Optional.of(Files.readString(file).strip()).filter(text -> !text.isEmpty());
    }

    private static WrongSetting unusable(String why) {
        return new WrongSetting("eid.aitu.client-secret", "the file that it names " + why);
    }
}
