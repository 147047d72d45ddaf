package io.eidroutes.privacy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The keyset commands of the jar: {@code --new-keyset FILE} makes a file (never over an existing one),
 * {@code --rotate-keyset FILE} rotates it in place. The file is made with mode 0600.
 */
public final class KeysetCommand {

    private final PrintStream out;
    private final PrintStream errors;

    public KeysetCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Runs the command, if the arguments hold one. The exit status: 0 done, 1 failed; empty: no such command. */
    public OptionalInt run(String... args) {
        if (args.length == 0 || !Set.of("--new-keyset", "--rotate-keyset").contains(args[0])) {
            return OptionalInt.empty();
        }
        if (args.length != 2) {
            return failed("Say " + args[0] + " FILE and nothing else.");
        }
        Path file = Path.of(args[1]).toAbsolutePath();
        try {
            if (args[0].equals("--new-keyset")) {
                write(file, KeysetFile.generate());
                out.println("Made " + file + ": point eid.privacy.keyset at it and keep a copy in a safe place.");
            } else {
                rotate(file);
                out.println("Rotated " + file + ": give it to every node and restart them one after the other.");
            }
            return OptionalInt.of(0);
        } catch (UnusableKeyset e) {
            return failed(e.getMessage());
        } catch (FileAlreadyExistsException e) {
            return failed("The file " + e.getFile() + " exists already and is left as it is.");
        } catch (IOException e) {
            return failed("The file " + file + " cannot be read or written.");
        }
    }

    /** By way of a second file, so that a crash leaves either the old keyset or the new one. */
    private static void rotate(Path file) throws IOException {
        Keyset.refuseIfOthersMayRead(file);
        String rotated = KeysetFile.rotate(Files.readString(file));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        write(next, rotated);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(Path file, String text) throws IOException {
        FileAttribute<?>[] ownerOnly = file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(Keyset.OWNER_ONLY)}
                : new FileAttribute<?>[0];
        try (FileChannel channel = FileChannel.open(file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), ownerOnly)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private OptionalInt failed(String sentence) {
        errors.println(sentence);
        return OptionalInt.of(1);
    }
}
