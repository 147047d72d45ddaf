package io.eidroutes.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import org.apache.camel.Exchange;

/**
 * A file of an inbox that is being worked on, as the variable {@code inboxFile}. It stays in the inbox until what was asked
 * in it is stored or refused; whatever happens before, it is found there again.
 */
public final class InboxFile {

    /** The variable that holds it. */
    static final String VARIABLE = "inboxFile";
    /** With our suffixes a name is to have room in the 255 octets of file systems. */
    private static final int LONGEST_STEM = 200;

    private final Path path;
    private final Fingerprint state;
    private final RejectedFiles rejected;

    InboxFile(Path path, Fingerprint state, RejectedFiles rejected) {
        this.path = path;
        this.state = state;
        this.rejected = rejected;
    }

    /** The one that this message came from. */
    static Optional<InboxFile> in(Exchange exchange) {
        return Optional.ofNullable(exchange.getVariable(VARIABLE, InboxFile.class));
    }

    String name() {
        return path.getFileName().toString();
    }

    /** What its answers are named after: the name without {@code .json}. */
    String stem() {
        String name = name();
        return name.substring(0, name.length() - FileDoor.SUFFIX.length());
    }

    /** The stem, or its beginning where it is too long. */
    String shortStem() {
        String stem = stem();
        while (!fits(stem)) {
            stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
        }
        return stem;
    }

    boolean hasUsableName() {
        return fits(stem());
    }

    private static boolean fits(String stem) {
        return stem.getBytes(StandardCharsets.UTF_8).length <= LONGEST_STEM;
    }

    Fingerprint state() {
        return state;
    }

    RejectedFiles rejected() {
        return rejected;
    }

    Path path() {
        return path;
    }

    /** Its content; a link is not followed. */
    InputStream open() throws IOException {
        return Channels.newInputStream(Files.newByteChannel(path, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)));
    }

    /** Whether it is still the file that was taken. */
    boolean isUnchanged() throws IOException {
        return Fingerprint.of(path).filter(state::equals).isPresent();
    }

    /** Takes it out of the inbox, unless it has changed: then it is another one that just has its name. */
    boolean erase() throws IOException {
        return isUnchanged() && Files.deleteIfExists(path);
    }
}
