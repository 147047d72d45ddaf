package io.eidroutes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every route file is what Camel's own schema of its YAML DSL describes, so that a designer can open it. */
class RouteFilesTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final JsonSchema CAMEL = camelSchema();

    static List<Path> routeFiles() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("routes"))) {
            return files.filter(file -> file.getFileName().toString().endsWith(".camel.yaml")).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void whenRouteFileIsReadThenItFollowsTheSchemaOfCamel(Path file) throws IOException {
        assertThat(CAMEL.validate(YAML.readTree(file.toFile()))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("routeFiles")
    void whenRouteFileIsReadThenItHoldsOneThingNamedLikeTheFile(Path file) throws IOException {
        JsonNode content = YAML.readTree(file.toFile());
        assertThat(content).hasSize(1);
        JsonNode route = content.path(0).path("route");
        if (!route.isMissingNode()) {
            // The id may add the noun that the folder says already: send.camel.yaml holds send-claim.
            String name = file.getFileName().toString().replace(".camel.yaml", "");
            assertThat(route.path("id").asText()).matches(Pattern.quote(name) + "(-[a-z]+)?");
            assertThat(route.path("description").asText()).isNotBlank();
        }
    }

    private static JsonSchema camelSchema() {
        try (InputStream schema = RouteFilesTest.class.getResourceAsStream("/schema/camelYamlDsl.json")) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                    .getSchema(new ObjectMapper().readTree(Objects.requireNonNull(schema)));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
