package io.eidroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RoutesCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final RoutesCommand command = new RoutesCommand(stream(out), stream(errors));

    @Test
    void whenThereIsNoMistakeThenTheCommandEndsWithZero() {
        assertThat(command.run("--check-routes", "routes")).hasValue(0);

        assertThat(text(out)).matches("\\d+ files, no mistakes\n");
        assertThat(text(errors)).isEmpty();
    }

    @Test
    void whenThereAreMistakesThenEachIsALineAndTheCommandEndsWithOne(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("other.camel.yaml"), """
                - route:
                    id: other
                    from:
                      uri: direct
                      parameters:
                        nam: other
                      steps: []
                """);

        assertThat(command.run("--check-routes", folder.toString())).hasValue(1);

        assertThat(text(out)).isEqualTo(file + ":1: The route has no description.\n"
                + file + ":3: direct needs the option `name`.\n"
                + file + ":6: direct has no option `nam`.\n"
                + "1 file, 3 mistakes\n");
    }

    @Test
    void whenThereIsNoSuchFolderThenTheCommandSaysSo(@TempDir Path empty) {
        assertThat(command.run("--check-routes", empty.resolve("none").toString())).hasValue(1);
        assertThat(command.run("--check-routes", empty.toString())).hasValue(1);
        assertThat(command.run("--check-routes", "a", "b")).hasValue(1);

        assertThat(text(errors)).isEqualTo("There is no folder " + empty.resolve("none") + ": say --check-routes FOLDER.\n"
                + "There are no route files in " + empty + ".\nSay --check-routes FOLDER and nothing else.\n");
        assertThat(text(out)).isEmpty();
    }

    @Test
    void whenTheArgumentsAreOthersThenTheApplicationIsToStart() {
        assertThat(command.run()).isEmpty();
        assertThat(command.run("--spring.profiles.active=dev")).isEmpty();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
