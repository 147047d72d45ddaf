package io.eidroutes.identification.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.aitu.CoidFailure;
import io.eidroutes.simulator.aitu.IdTokenDefect;
import io.eidroutes.simulator.coid.Shape;
import io.eidroutes.simulator.scenario.Disturbance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the control interfaces of the stand-ins can do to us, a journey meets it. */
class EveryHostileModeTest {

    private static final Path JOURNEYS = Path.of("src/test/java/io/eidroutes/identification/journey");

    static Stream<String> modes() {
        Stream<String> constants = Stream.of(IdTokenDefect.values(), Shape.values(), CoidFailure.values())
                .flatMap(Arrays::stream).map(Enum::name);
        Stream<String> effects = Stream.of(Disturbance.class, io.eidroutes.simulator.aitu.Effects.class,
                        io.eidroutes.simulator.coid.Effects.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredClasses())).filter(Class::isRecord)
                .map(effect -> effect.getEnclosingClass().getSimpleName() + "." + effect.getSimpleName());
        return Stream.concat(constants, effects);
    }

    @ParameterizedTest
    @MethodSource("modes")
    void whenAModeExistsThenAJourneyMeetsIt(String mode) throws IOException {
        Pattern name = Pattern.compile("\\b" + Pattern.quote(mode) + "\\b");
        assertThat(journeys()).filteredOn(journey -> name.matcher(journey).find()).as(mode).isNotEmpty();
    }

    private static List<String> journeys() throws IOException {
        try (Stream<Path> files = Files.walk(JOURNEYS)) {
            return files.filter(file -> file.toString().endsWith("Test.java")).map(EveryHostileModeTest::read)
                    .collect(Collectors.toList());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
