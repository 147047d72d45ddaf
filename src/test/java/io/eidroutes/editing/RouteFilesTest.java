package io.eidroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The shipped route files pass the check that an operator's edited ones must pass. */
class RouteFilesTest {

    @Test
    void whenTheShippedRoutesAreCheckedThenThereIsNoMistake() {
        RouteFiles files = RouteFiles.in(Path.of("routes"));

        assertThat(files.count()).isGreaterThan(50);
        assertThat(new RouteCheck(DocumentedSettings.ofThisApplication()).mistakesIn(files)).isEmpty();
    }
}
