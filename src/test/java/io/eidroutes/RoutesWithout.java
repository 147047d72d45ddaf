package io.eidroutes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Copies {@code routes/} without some of its files, for tests in which something else stands where they did. */
public final class RoutesWithout {

    private RoutesWithout() {
    }

    /**
     * Makes the copy, anew each time.
     *
     * @param target where to, below {@code target/}; a test names it as {@code eid.routes}, with the number of the fork after
     *               it, since another fork may be making its own
     * @param names  the names of the files that are left out
     */
    public static void copyTo(String target, String... names) {
        Path from = Path.of("routes");
        Path to = Path.of("target", target + "-" + System.getProperty("fork", "1"));
        try (Stream<Path> found = Files.walk(from)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> !Set.of(names).contains(file.getFileName().toString())).toList();
            for (Path file : files) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.write(copy, Files.readAllBytes(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
