package io.eidroutes.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.eidroutes.consent.ClaimState;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Kind;
import io.eidroutes.identification.IdentificationState;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The OpenAPI document says what the routes and the code say. */
class OpenApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete", "head");
    private static final String COMPONENT = "#/components/schemas/";

    private final ApiDocument document = ApiDocument.load();

    @Test
    void whenTheRoutesAreReadThenTheirCallsAreTheDocumentsCalls() throws IOException {
        Map<String, String> calls = new TreeMap<>();
        for (JsonNode rest : rests()) {
            for (String verb : VERBS) {
                for (JsonNode call : rest.path(verb)) {
                    calls.put(verb.toUpperCase(Locale.ROOT) + " " + rest.path("path").asText() + call.path("path").asText(),
                            call.path("id").asText());
                }
            }
        }

        assertThat(calls).isNotEmpty();
        assertThat(document.operations().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                operation -> operation.getValue().path("operationId").asText()))).isEqualTo(calls);
    }

    /** No rest block names media types now; one that does is held to it. */
    @Test
    void whenARestBlockNamesMediaTypesThenTheDocumentNamesThem() throws IOException {
        for (JsonNode rest : rests()) {
            for (String verb : VERBS) {
                for (JsonNode call : rest.path(verb)) {
                    JsonNode operation = document.operations().get(verb.toUpperCase(Locale.ROOT) + " " + rest.path("path").asText()
                            + call.path("path").asText());
                    Set<String> answered = new TreeSet<>();
                    operation.path("responses").forEach(response ->
                            document.resolved(response).path("content").fieldNames().forEachRemaining(answered::add));
                    assertThat(names(operation.at("/requestBody/content"))).containsAll(stated(rest, call, "consumes"));
                    assertThat(answered).containsAll(stated(rest, call, "produces"));
                }
            }
        }
    }

    private static List<String> stated(JsonNode rest, JsonNode call, String member) {
        String types = call.path(member).asText(rest.path(member).asText(""));
        return types.isEmpty() ? List.of() : List.of(types.split("\\s*,\\s*"));
    }

    private static List<JsonNode> rests() throws IOException {
        List<Path> files;
        try (Stream<Path> routes = Files.walk(Path.of("routes"))) {
            files = routes.filter(file -> file.toString().endsWith(".camel.yaml")).sorted().toList();
        }
        List<JsonNode> rests = new ArrayList<>();
        for (Path file : files) {
            new YAMLMapper().readTree(file.toFile()).forEach(entry -> {
                if (entry.has("rest")) {
                    rests.add(entry.path("rest"));
                }
            });
        }
        return rests;
    }

    @ParameterizedTest
    @CsvSource({"claim-permissions.strict, ClaimRequest", "claim-permissions.structural, ClaimStructure",
            "personal-data, PersonalData"})
    void whenTheCodeChecksBySchemaThenTheDocumentHoldsTheSameSchema(String file, String name) throws IOException {
        ObjectNode schema = (ObjectNode) resource("/schemas/" + file + ".schema.json");
        JsonNode parts = schema.path("$defs");
        schema.remove(List.of("$schema", "$id", "$defs"));

        assertSame(name, schema);
        parts.properties().forEach(part -> assertSame(part.getKey(), part.getValue()));
    }

    private void assertSame(String name, JsonNode schema) {
        assertThat(document.root().at("/components/schemas/" + name)).as(name).isEqualTo(inDocument(schema));
    }

    /** The same schema, where every part is a schema of the document. */
    private static JsonNode inDocument(JsonNode schema) {
        if (schema.isObject()) {
            ObjectNode object = JSON.createObjectNode();
            schema.properties().forEach(member -> object.set(member.getKey(), member.getKey().equals("$ref")
                    ? TextNode.valueOf(member.getValue().textValue().replace("#/$defs/", COMPONENT)
                            .replace("urn:eidroutes:claim-permissions.structural.schema.json", COMPONENT + "ClaimStructure"))
                    : inDocument(member.getValue())));
            return object;
        }
        if (schema.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            schema.forEach(element -> array.add(inDocument(element)));
            return array;
        }
        return schema;
    }

    @Test
    void whenTheCodeHasAListThenTheDocumentHasTheSameList() {
        assertThat(listed("/components/schemas/Family/enum")).isEqualTo(labels(Family.values(), Family::label));
        assertThat(listed("/components/schemas/Kind/enum")).isEqualTo(labels(Kind.values(), Kind::label));
        assertThat(listed("/components/schemas/ClaimState/properties/state/enum"))
                .isEqualTo(labels(ClaimState.values(), ClaimState::label));
        assertThat(listed("/components/schemas/IdentificationMembers/properties/state/enum"))
                .isEqualTo(labels(IdentificationState.values(), IdentificationState::label));
    }

    private Set<String> listed(String pointer) {
        return StreamSupport.stream(document.root().at(pointer).spliterator(), false).map(JsonNode::asText)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static <T> Set<String> labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).map(label).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void whenAnAnswerMayHaveAHeaderOfOursThenItIsDocumentedAndNoOther() {
        Set<String> documented = names(document.root().at("/components/headers")).stream()
                .map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toCollection(TreeSet::new));

        assertThat(documented).containsAll(ResponseHeaders.ALLOWED.stream().filter(name -> name.startsWith("eid-")).toList());
        // Spring Security asks for credentials, no route does.
        documented.remove("www-authenticate");
        assertThat(ResponseHeaders.ALLOWED).containsAll(documented);
    }

    @Test
    void whenTheDocumentRefersToAPartThenThePartIsThereAndEachPartIsUsed() {
        Set<String> used = new TreeSet<>();
        document.root().findValuesAsText("$ref").forEach(used::add);

        assertThat(used).allSatisfy(ref -> assertThat(document.root().at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
        for (String kind : List.of("schemas", "responses", "headers", "parameters")) {
            assertThat(names(document.root().path("components").path(kind))).as(kind)
                    .allMatch(name -> used.contains("#/components/" + kind + "/" + name));
        }
    }

    @Test
    void whenACallIsNotForBrowsersThenItAsksForCredentials() {
        assertThat(document.root().at("/security/0").has("basic")).isTrue();
        document.operations().forEach((call, operation) -> {
            boolean api = call.contains(" /api/");
            assertThat(operation.has("security")).as(call).isNotEqualTo(api);
            assertThat(operation.path("responses").has("401")).as(call).isEqualTo(api);
        });
    }

    @Test
    void whenTheDocumentGivesExamplesThenTheyAreAsItsSchemasSay() throws IOException {
        document.operations().forEach((call, operation) -> {
            operation.at("/requestBody/content/application~1json/examples")
                    .forEach(example -> document.assertRequest(call, example.path("value").toString()));
            operation.path("responses").properties().forEach(response ->
                    response.getValue().at("/content/application~1json/examples").forEach(example -> document.assertBody(call,
                            Integer.parseInt(response.getKey()), "application/json", example.path("value").toString())));
        });
        JsonNode documented = resource("/documented-claim.json");
        JsonNode call = document.operations().get("POST /api/v1/claim-permissions");
        assertThat(call.at("/requestBody/content/application~1json/examples/documented/value")).isEqualTo(documented.path("request"));
        assertThat(call.at("/responses/200/content/application~1json/examples/documented/value")).isEqualTo(documented.path("response"));
    }

    private static JsonNode resource(String name) throws IOException {
        try (InputStream json = OpenApiTest.class.getResourceAsStream(name)) {
            return JSON.readTree(json);
        }
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new TreeSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
