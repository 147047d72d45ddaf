package io.eidroutes.editing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The diagrams in src/docs are those of the routes. {@code mvn test -Dtest=RouteDiagramsTest -Droutes.draw} draws them anew. */
class RouteDiagramsTest {

    private static final Path FILE = Path.of("src", "docs", "routes.md");
    private static final String INTRODUCTION = """
            # The routes, drawn

            Drawn from `routes/`; after a change: `mvn test -Dtest=RouteDiagramsTest -Droutes.draw`.

            Rounded: a door, or who calls. Square: a route of that id. With double sides: a route in Java. A drum: another system.
            A word on an arrow is the id of the branch. An arrow is drawn once, however often the route calls there. A failure of
            any step goes to `route-failure`; the last diagrams say how many codes of a family lead to which treatment.""";

    @Test
    void whenTheRoutesAreDrawnThenTheDocumentIsThat() throws IOException {
        String drawing = new RouteDiagrams(RouteFiles.in(Path.of("routes")), JavaEnds.ofThisApplication()).draw(INTRODUCTION);
        if (System.getProperty("routes.draw") != null) {
            Files.writeString(FILE, drawing);
        }

        assertThat(FILE).as("src/docs/routes.md is stale: mvn test -Dtest=RouteDiagramsTest -Droutes.draw").hasContent(drawing);
    }
}
