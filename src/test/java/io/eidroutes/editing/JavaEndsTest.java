package io.eidroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What java-routes.yaml says of the code is so. */
class JavaEndsTest {

    private static final Pattern NAME = Pattern.compile("\"direct:([a-z-]+)(?:\\?block=false)?\"");
    /** The name stands there itself, or in a constant. */
    private static final Pattern TAKEN = Pattern.compile("\\b(?:from|call)\\((?:\"direct:([a-z-]+)\"|([A-Z]+)\\b)");
    private static final Pattern CONSTANT = Pattern.compile("String ([A-Z]+) = \"direct:([a-z-]+)\"");

    private final JavaEnds ends = JavaEnds.ofThisApplication();

    @Test
    void whenTheRoutesInJavaAreReadThenTheirNamesAreThoseOfTheFile() throws IOException {
        Set<String> taken = new TreeSet<>();
        for (String source : sources().filter(text -> text.contains("extends RouteBuilder")).toList()) {
            Map<String, String> constants = CONSTANT.matcher(source).results()
                    .collect(Collectors.toMap(found -> found.group(1), found -> found.group(2)));
            Matcher from = TAKEN.matcher(source);
            while (from.find()) {
                taken.add(from.group(1) != null ? from.group(1) : constants.get(from.group(2)));
            }
        }

        assertThat(ends.answered().keySet()).containsExactlyInAnyOrderElementsOf(taken);
    }

    @Test
    void whenJavaNamesARouteThenTheFileHasIt() throws IOException {
        Set<String> named = sources().flatMap(source -> NAME.matcher(source).results()).map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));

        Set<String> known = new TreeSet<>(ends.answered().keySet());
        ends.called().values().forEach(names -> known.addAll(names.keySet()));
        assertThat(known).isEqualTo(named);
    }

    private static Stream<String> sources() throws IOException {
        try (Stream<Path> found = Files.walk(Path.of("src", "main", "java"))) {
            List<Path> files = found.filter(file -> file.toString().endsWith(".java")).toList();
            return files.stream().map(JavaEndsTest::read);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
