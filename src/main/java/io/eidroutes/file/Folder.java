package io.eidroutes.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of ours that files are put into. Whoever sees a file in it sees all of it, also after a crash: it is written
 * under another name, brought to the disk, and then gets its own. Files are for their owner alone (mode 0600). The name of
 * a file may be somebody's, so it is never in a message.
 */
public final class Folder {

    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    static final boolean POSIX = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final Set<PosixFilePermission> OWNER_ALONE = PosixFilePermissions.fromString("rw-------");

    private final Path path;

    Folder(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** Whether anything has that name. */
    public boolean has(String name) {
        return Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    /** The content of a file, if there is one of that name. */
    public Optional<byte[]> read(String name) throws IOException {
        Path file = path.resolve(name);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Writes a file in the place of one that may have that name. */
    public void write(String name, byte[] content) throws IOException {
        Path temporary = written(content);
        try {
            Files.move(temporary, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        reachDisk();
    }

    /** Writes a file unless one has that name, whoever wrote it; false then. */
    public boolean writeNew(String name, byte[] content) throws IOException {
        Path target = path.resolve(name);
        Path temporary = written(content);
        try {
            link(target, temporary);
        } catch (FileAlreadyExistsException e) {
            return false;
        } finally {
            Files.deleteIfExists(temporary);
        }
        reachDisk();
        return true;
    }

    /** The one way to give a name that fails when it is taken; a move would replace. */
    private static void link(Path target, Path temporary) throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (UnsupportedOperationException | FileSystemException withoutLinks) {
            Files.move(temporary, target);
        }
    }

    /** Writes a file under {@code stem + suffix}, or {@code stem.2 + suffix} and so on where another one has that name; the name. */
    public String writeBeside(String stem, String suffix, byte[] content) throws IOException {
        for (int number = 1; ; number++) {
            String name = numbered(stem, number) + suffix;
            if (writeNew(name, content) || read(name).filter(there -> Arrays.equals(there, content)).isPresent()) {
                return name;
            }
        }
    }

    /** The name itself, then {@code NAME.2} and so on. */
    public static String numbered(String stem, int number) {
        return number == 1 ? stem : stem + "." + number;
    }

    /** Takes a file of another folder in; its time is now. A link is taken in as the link that it is. */
    void takeIn(Path file, String name) throws IOException {
        Path target = path.resolve(name);
        Files.move(file, target);
        if (Files.isRegularFile(target, LinkOption.NOFOLLOW_LINKS)) {
            Files.setLastModifiedTime(target, FileTime.fromMillis(System.currentTimeMillis()));
            if (POSIX) {
                Files.setPosixFilePermissions(target, OWNER_ALONE);
            }
        }
        reachDisk();
    }

    private Path written(byte[] content) throws IOException {
        Path temporary = path.resolve("." + UUID.randomUUID() + ".tmp");
        FileAttribute<?>[] mode = POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ALONE)} : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(temporary, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(temporary);
            throw e;
        }
        return temporary;
    }

    /** A name is on the disk once the folder is. */
    private void reachDisk() throws IOException {
        if (POSIX) {
            try (FileChannel folder = FileChannel.open(path, StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }

    private static boolean erase(Path file, Instant before) {
        try {
            Optional<Fingerprint> found = Fingerprint.of(file);
            return found.isPresent() && !found.get().folder() && found.get().modified().toInstant().isBefore(before)
                    && Files.deleteIfExists(file);
        } catch (IOException e) {
            // Never its name, which may be somebody's.
            LOG.warn("A file over its time could not be erased: {}", e.getClass().getName());
            return false;
        }
    }

    /** Erases what has been here since before then; how many files that were. One that cannot be erased is left for the next time. */
    int erase(Instant before) {
        int erased = 0;
        try (var files = Files.newDirectoryStream(path)) {
            for (Path file : files) {
                erased += erase(file, before) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A folder could not be looked through", e);
        }
        return erased;
    }
}
