package io.eidroutes.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Postman collection (format 2.1), as far as {@code src/docs/eid-routes.postman_collection.json} uses it: folders of
 * requests with basic authentication, raw bodies, variables and test scripts. The scripts are not JavaScript to us but
 * {@link PostmanScript} line by line; whatever else a script or the collection held would be refused.
 */
public final class PostmanCollection {

    /** Where the collection is kept. */
    public static final Path FILE = Path.of("src/docs/eid-routes.postman_collection.json");

    private final Map<String, String> variables = new LinkedHashMap<>();
    private final List<Item> items = new ArrayList<>();

    /**
     * A request as it is written, with variables in it.
     *
     * @param credentials names of user and password, where the request or its folder has some
     * @param script      the lines of its test script
     * @param examples    the saved answers: status and body
     */
    public record Item(String name, String method, String url, Map<String, String> headers, Optional<List<String>> credentials,
            Optional<String> body, boolean followsRedirects, List<String> script, Map<Integer, String> examples) {
    }

    private PostmanCollection(JsonNode collection) {
        for (JsonNode variable : collection.path("variable")) {
            variables.put(variable.path("key").textValue(), variable.path("value").textValue());
        }
        for (JsonNode folder : collection.path("item")) {
            for (JsonNode item : folder.path("item")) {
                items.add(item(item, folder.path("auth")));
            }
        }
    }

    public static PostmanCollection read() throws IOException {
        return new PostmanCollection(new ObjectMapper().readTree(FILE.toFile()));
    }

    private static Item item(JsonNode item, JsonNode ofFolder) {
        JsonNode request = item.path("request");
        Map<String, String> headers = new LinkedHashMap<>();
        request.path("header").forEach(header -> headers.put(header.path("key").textValue(), header.path("value").textValue()));
        List<String> script = new ArrayList<>();
        for (JsonNode event : item.path("event")) {
            if (!event.path("listen").textValue().equals("test")) {
                throw new IllegalArgumentException(item.path("name") + ": only test scripts are understood");
            }
            event.path("script").path("exec").forEach(line -> script.add(line.textValue()));
        }
        Map<Integer, String> examples = new LinkedHashMap<>();
        item.path("response").forEach(answer -> examples.put(answer.path("code").intValue(), answer.path("body").textValue()));
        return new Item(item.path("name").textValue(), request.path("method").textValue(), request.path("url").textValue(),
                headers, credentials(request.path("auth").isMissingNode() ? ofFolder : request.path("auth")),
                Optional.ofNullable(request.path("body").path("raw").textValue()),
                item.path("protocolProfileBehavior").path("followRedirects").asBoolean(true), script, examples);
    }

    private static Optional<List<String>> credentials(JsonNode auth) {
        return switch (auth.path("type").asText()) {
            case "noauth" -> Optional.empty();
            case "basic" -> Optional.of(List.of(auth.at("/basic/0/value").textValue(), auth.at("/basic/1/value").textValue()));
            default -> throw new IllegalArgumentException("neither basic nor noauth");
        };
    }

    /** The variables with their initial values. */
    public Map<String, String> variables() {
        return new LinkedHashMap<>(variables);
    }

    /** All requests in their order. */
    public List<Item> items() {
        return List.copyOf(items);
    }

    /** A text with the values of the variables that it names. */
    public static String filled(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        if (filled.contains("{{")) {
            throw new IllegalArgumentException("a variable without a value in " + text);
        }
        return filled;
    }
}
