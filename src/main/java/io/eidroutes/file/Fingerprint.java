package io.eidroutes.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Optional;

/**
 * By what a file is told from the one that it was before; links are not followed.
 *
 * @param ordinary a file with a content, and no link, pipe or device
 * @param folder   a folder
 * @param key      what the file system knows it by, as text
 */
record Fingerprint(boolean ordinary, boolean folder, long size, FileTime modified, String key) {

    /** Nothing where there is no such file. */
    static Optional<Fingerprint> of(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return Optional.of(new Fingerprint(found.isRegularFile(), found.isDirectory(), found.size(),
                    found.lastModifiedTime(), Objects.toString(found.fileKey(), "")));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }
}
