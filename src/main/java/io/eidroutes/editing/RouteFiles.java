package io.eidroutes.editing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The route files below a folder.
 *
 * @param files  those that could be read
 * @param unread what is wrong with the others
 * @param count  how many there are
 */
record RouteFiles(Path folder, List<RouteFile> files, List<Mistake> unread, int count) {

    static RouteFiles in(Path folder) {
        List<RouteFile> files = new ArrayList<>();
        List<Mistake> unread = new ArrayList<>();
        List<Path> found = yamlFiles(folder);
        for (Path file : found) {
            if (!file.toString().endsWith(RouteFile.SUFFIX)) {
                unread.add(new Mistake(file, 1, "This file is never loaded: the name of a route file ends in " + RouteFile.SUFFIX + "."));
                continue;
            }
            try {
                files.add(RouteFile.read(file, Files.readString(file)));
            } catch (Mistake.Found broken) {
                unread.add(broken.mistake());
            } catch (CharacterCodingException broken) {
                unread.add(new Mistake(file, 1, "This is no UTF-8."));
            } catch (IOException unreadable) {
                unread.add(new Mistake(file, 1, "The file cannot be read."));
            }
        }
        return new RouteFiles(folder, List.copyOf(files), List.copyOf(unread), found.size());
    }

    /** Whether every route file could be read, so that a route which is not there is nowhere. */
    boolean areComplete() {
        return unread.stream().noneMatch(mistake -> mistake.file().toString().endsWith(RouteFile.SUFFIX));
    }

    /** Every part of every file. */
    Stream<Part> parts() {
        return files.stream().flatMap(file -> file.root().all());
    }

    /** Every {@code route}, also a second one in a file. */
    Stream<Part> routes() {
        return files.stream().flatMap(file -> file.root().items().stream()).flatMap(item -> item.field("route").stream());
    }

    private static List<Path> yamlFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("[^.].*\\.ya?ml")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
