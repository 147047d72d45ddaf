package io.eidroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of the shipped routes that somebody edits. */
final class RoutesCopy {

    private final Path folder;

    private RoutesCopy(Path folder) {
        this.folder = folder;
    }

    /** All of them. */
    static RoutesCopy in(Path empty) throws IOException {
        return of(empty, ".*");
    }

    /** Those of consents, with a stub for the routers. */
    static RoutesCopy small(Path empty) throws IOException {
        RoutesCopy copy = of(empty, "routes/(consent|delivery)/.*|.*/configuration.camel.yaml");
        copy.write("failure/route-failure.camel.yaml", """
                - route:
                    id: route-failure
                    description: "In: a failure. Out: nothing."
                    from:
                      uri: direct
                      parameters:
                        name: route-failure
                      steps: []
                """);
        return copy;
    }

    private static RoutesCopy of(Path empty, String names) throws IOException {
        Path shipped = Path.of("routes");
        Path folder = empty.resolve("routes");
        try (Stream<Path> found = Files.walk(shipped)) {
            List<Path> files = found.filter(Files::isRegularFile)
                    .filter(file -> file.toString().replace('\\', '/').matches(names)).toList();
            for (Path file : files) {
                Path copy = folder.resolve(shipped.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        return new RoutesCopy(folder);
    }

    Path folder() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    /** Puts another text in the place of the first that is like this one, which must be there. */
    void replace(String name, String text, String other) throws IOException {
        String content = Files.readString(file(name));
        int at = content.indexOf(text);
        assertThat(at).as(text + " in " + name).isNotNegative();
        Files.writeString(file(name), content.substring(0, at) + other + content.substring(at + text.length()));
    }

    void write(String name, String content) throws IOException {
        Files.writeString(file(name), content);
    }

    void delete(String name) throws IOException {
        Files.delete(file(name));
    }

    /** The number of the first line that holds this text, from 1. */
    int line(String name, String text) throws IOException {
        List<String> lines = Files.readAllLines(file(name));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(text)) {
                return i + 1;
            }
        }
        throw new AssertionError(text + " is not in " + name);
    }
}
