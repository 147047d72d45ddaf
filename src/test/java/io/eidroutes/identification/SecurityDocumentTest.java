package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code src/docs/security.md} names as proof is there. */
class SecurityDocumentTest {

    private static final Path ALL = Path.of("src/test/java/io/eidroutes");
    private static final Path TESTS = ALL.resolve("identification");
    private static final Pattern NAME = Pattern.compile("`((?:[a-z]+/)*[A-Z]\\w*(?:Test|IT|Faults))(?:\\.(\\w+))?`");

    static Stream<List<String>> named() throws IOException {
        return NAME.matcher(document()).results()
                .map(name -> name.group(2) == null ? List.of(name.group(1)) : List.of(name.group(1), name.group(2))).distinct();
    }

    @ParameterizedTest
    @MethodSource("named")
    void whenATestIsNamedThenItExists(List<String> name) throws IOException {
        Path ofIdentification = TESTS.resolve(name.get(0) + ".java");
        Path file = Files.exists(ofIdentification) ? ofIdentification : ALL.resolve(name.get(0) + ".java");

        assertThat(file).isRegularFile();
        assertThat(Files.readString(file)).contains("class " + file.getFileName().toString().replace(".java", " "));
        if (name.size() == 2) {
            assertThat(Files.readString(file)).contains("void " + name.get(1) + "(");
        }
    }

    @Test
    void whenAStatementHasNoTestThenItIsSomethingThatIsNotDone() throws IOException {
        assertThat(document().lines().filter(line -> line.startsWith("| ") && line.endsWith("| |")))
                .isNotEmpty().allSatisfy(line -> assertThat(line.split(" \\| ")[1]).containsPattern("\\b(not|nothing)\\b"));
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("src/docs/security.md"));
    }
}
