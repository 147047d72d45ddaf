package io.eidroutes.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/**
 * The folder of what was refused: {@code NAME.json}, with the reason beside it as {@code NAME.problem.json} and
 * {@code NAME.meta.json}. The reason is there first. Where the name is taken, it gets a number.
 */
final class RejectedFiles {

    private static final String PROBLEM = ".problem.json";
    private static final String META = ".meta.json";

    private final Folder folder;

    RejectedFiles(Folder folder) {
        this.folder = folder;
    }

    /** Moves the file here as it is; does nothing where it is gone. */
    synchronized void take(InboxFile file, Reason reason) throws IOException {
        String stem = file.shortStem();
        // NAME.problem.json in the inbox must not end where the reason of NAME.json has its place.
        String whole = stem + FileDoor.SUFFIX;
        int number = whole.endsWith(PROBLEM) || whole.endsWith(META) ? 2 : 1;
        while (folder.has(Folder.numbered(stem, number) + FileDoor.SUFFIX)) {
            number++;
        }
        String name = Folder.numbered(stem, number);
        write(name, reason);
        try {
            folder.takeIn(file.path(), name + FileDoor.SUFFIX);
        } catch (NoSuchFileException e) {
            // Another node had it too, under this name perhaps, and then the reason belongs to its file.
            if (!folder.has(name + FileDoor.SUFFIX)) {
                Files.deleteIfExists(folder.path().resolve(name + PROBLEM));
                Files.deleteIfExists(folder.path().resolve(name + META));
            }
        }
    }

    /** Writes one of the claims of a file here; the name of the problem document. */
    synchronized String add(String stem, byte[] content, Reason reason) throws IOException {
        String file = folder.writeBeside(stem, FileDoor.SUFFIX, content);
        String name = file.substring(0, file.length() - FileDoor.SUFFIX.length());
        write(name, reason);
        return name + PROBLEM;
    }

    private void write(String name, Reason reason) throws IOException {
        folder.write(name + META, reason.meta());
        folder.write(name + PROBLEM, reason.problem());
    }
}
