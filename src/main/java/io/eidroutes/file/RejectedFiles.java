package io.eidroutes.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/**
 * The folder of what was refused: {@code NAME.json}, with the reason beside it as {@code NAME.problem.json}. The reason is
 * there first. Where the name is taken, it gets a number.
 */
final class RejectedFiles {

    private static final String REASON = ".problem.json";

    private final Folder folder;

    RejectedFiles(Folder folder) {
        this.folder = folder;
    }

    /** Moves the file here as it is; does nothing where it is gone. */
    synchronized void take(InboxFile file, byte[] problem) throws IOException {
        String stem = file.shortStem();
        // NAME.problem.json in the inbox must not end where the reason of NAME.json has its place.
        int number = (stem + FileDoor.SUFFIX).endsWith(REASON) ? 2 : 1;
        while (folder.has(Folder.numbered(stem, number) + FileDoor.SUFFIX)) {
            number++;
        }
        String name = Folder.numbered(stem, number);
        folder.write(name + REASON, problem);
        try {
            folder.takeIn(file.path(), name + FileDoor.SUFFIX);
        } catch (NoSuchFileException e) {
            // Another node had it too.
            Files.deleteIfExists(folder.path().resolve(name + REASON));
        }
    }

    /** Writes one of the claims of a file here; the name of the reason. */
    synchronized String add(String stem, byte[] content, byte[] problem) throws IOException {
        String name = folder.writeBeside(stem, FileDoor.SUFFIX, content);
        String reason = name.substring(0, name.length() - FileDoor.SUFFIX.length()) + REASON;
        folder.write(reason, problem);
        return reason;
    }
}
