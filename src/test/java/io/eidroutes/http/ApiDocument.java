package io.eidroutes.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The OpenAPI document as it is packed, and whether calls keep to it. */
public final class ApiDocument {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete", "head", "options", "trace");
    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonNode document;

    private ApiDocument(JsonNode document) {
        this.document = document;
    }

    public static ApiDocument load() {
        try (InputStream yaml = ApiDocument.class.getResourceAsStream("/api/openapi.yaml")) {
            return new ApiDocument(new YAMLMapper().readTree(yaml));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode root() {
        return document;
    }

    /** The operations by method and path, as in {@code GET /aitu/callback}. */
    public Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (METHODS.contains(member.getKey())) {
                    operations.put(member.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey(), member.getValue());
                }
            }
        }
        return operations;
    }

    /** The operation that a call is of, by a path with values in place of {@code {id}}; a fixed segment goes before one of these. */
    public Optional<String> operationOf(String method, String path) {
        return operations().keySet().stream().filter(operation -> operation.startsWith(method + " "))
                .filter(operation -> path.matches(operation.substring(method.length() + 1).replaceAll("\\{[a-z]+}", "[^/]+")))
                .min(Comparator.comparingInt((String operation) -> (int) operation.chars().filter(c -> c == '{').count()));
    }

    /** What a {@code $ref} leads to, or the node itself. */
    public JsonNode resolved(JsonNode node) {
        return node.has("$ref") ? document.at(node.path("$ref").textValue().substring(1)) : node;
    }

    /** The body is as the schema of this operation's request says. */
    public void assertRequest(String operation, String body) {
        JsonNode schema = operations().get(operation).at("/requestBody/content/application~1json/schema");
        assertThat(schema.isMissingNode()).as("%s has a body", operation).isFalse();
        assertValid(operation, schema, body);
    }

    /** Status, media type, headers of ours and body are documented for this operation. */
    public void assertResponse(String operation, HttpResponse<String> answer) {
        JsonNode response = response(operation, answer.statusCode());
        Set<String> ours = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().keySet().stream().filter(name -> name.toLowerCase(Locale.ROOT).matches(
                "eid-.*|location|set-cookie|retry-after|preference-applied|www-authenticate")).forEach(ours::add);
        Set<String> documented = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        response.path("headers").fieldNames().forEachRemaining(documented::add);
        assertThat(documented).as("headers of %s, %s", operation, answer.statusCode()).containsAll(ours);
        String type = answer.headers().firstValue("Content-Type").map(value -> value.split(";")[0]).orElse("");
        if (!answer.body().isEmpty()) {
            assertThat(response.path("content").has(type)).as("%s of %s, %s", type, operation, answer.statusCode()).isTrue();
            if (type.endsWith("json")) {
                assertBody(operation, answer.statusCode(), type, answer.body());
            }
        }
    }

    /** The body is as the schema of this answer says. */
    public void assertBody(String operation, int status, String type, String body) {
        JsonNode content = response(operation, status).path("content").path(type);
        assertThat(content.isMissingNode()).as("%s of %s, %s", type, operation, status).isFalse();
        assertValid(operation + ", " + status, content.path("schema"), body);
    }

    private JsonNode response(String operation, int status) {
        JsonNode responses = operations().get(operation).path("responses");
        return Stream.of(String.valueOf(status), status / 100 + "XX").filter(responses::has).findFirst()
                .map(documented -> resolved(responses.path(documented)))
                .orElseThrow(() -> new AssertionError(operation + " is answered with " + status + ", which is not documented"));
    }

    /** The text is JSON of that schema, which may lead to others of the document. */
    public void assertValid(String what, JsonNode schema, String text) {
        ObjectNode alone = JSON.createObjectNode();
        alone.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        alone.setAll((ObjectNode) schema.deepCopy());
        alone.set("components", document.path("components"));
        try {
            assertThat(SCHEMAS.getSchema(alone).validate(JSON.readTree(text)))
                    .as(what).extracting(message -> message.getInstanceLocation() + " " + message.getType()).isEmpty();
        } catch (IOException notJson) {
            throw new AssertionError(what + ": no JSON", notJson);
        }
    }
}
