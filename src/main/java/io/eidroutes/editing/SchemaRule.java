package io.eidroutes.editing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;

/** Each file is what Camel's own schema of its YAML DSL describes. */
final class SchemaRule implements Rule {

    /** It comes with the YAML DSL of the Camel that runs the routes. */
    private static final String SCHEMA = "/schema/camelYamlDsl.json";

    private static final JsonSchema CAMEL = camelSchema();

    @Override
    public void check(RouteFiles files, Mistakes found) {
        for (RouteFile file : files.files()) {
            Set<ValidationMessage> messages = CAMEL.validate(file.root().json());
            for (ValidationMessage message : messages) {
                if (messages.stream().noneMatch(other -> says(other, message))) {
                    long shapes = messages.stream().filter(other -> other.getType().equals("required")
                            && other.getInstanceLocation().equals(message.getInstanceLocation())).count();
                    add(file, message, shapes, found);
                }
            }
        }
    }

    /** Where one of several shapes may stand, there is a message for each; the one that looked deepest knows which was meant. */
    private static boolean says(ValidationMessage better, ValidationMessage worse) {
        JsonNodePath there = better.getInstanceLocation();
        JsonNodePath here = worse.getInstanceLocation();
        if (there.equals(here)) {
            return rank(better) > rank(worse);
        }
        return !isChoice(better) && there.startsWith(here);
    }

    private static int rank(ValidationMessage message) {
        if (isChoice(message)) {
            return 0;
        }
        return switch (message.getType()) {
            case "type" -> 1;
            case "required" -> 2;
            default -> 3;
        };
    }

    private static boolean isChoice(ValidationMessage message) {
        return Set.of("oneOf", "anyOf", "not").contains(message.getType());
    }

    /** @param shapes how many things are each demanded there, of which one would do */
    private static void add(RouteFile file, ValidationMessage message, long shapes, Mistakes found) {
        Part part = partAt(file.root(), message.getInstanceLocation());
        String name = part.key().isEmpty() ? "" : "`" + part.key() + "` ";
        switch (message.getType()) {
            case "additionalProperties" -> found.add(part.field(message.getProperty()).orElse(part),
                    "Camel knows no `" + message.getProperty() + "` " + (part.key().isEmpty() ? "here." : "in `" + part.key() + "`."));
            case "required" -> found.add(first(part, shapes), shapes > 1 && !part.fields().isEmpty()
                    ? "Camel knows no `" + first(part, shapes).key() + "` here." : name + "needs `" + message.getProperty() + "`.");
            case "maxProperties" -> found.add(part, "A step is one thing; is an indentation wrong?");
            case "enum" -> found.add(part, name + "may not be " + part.text() + ": " + detail(message) + ".");
            default -> found.add(part, name + detail(message) + ".");
        }
    }

    /** Where one of many things should stand, what stands there instead. */
    private static Part first(Part part, long shapes) {
        return shapes > 1 ? part.fields().values().stream().findFirst().orElse(part) : part;
    }

    /** The validator's words without the path that they begin with. */
    private static String detail(ValidationMessage message) {
        String text = message.getMessage();
        int colon = text.indexOf(": ");
        return colon < 0 ? text : text.substring(colon + 2);
    }

    private static Part partAt(Part root, JsonNodePath path) {
        Part part = root;
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            Part next = element instanceof Integer index ? part.items().get(index) : part.field(element.toString()).orElse(part);
            part = next;
        }
        return part;
    }

    private static JsonSchema camelSchema() {
        try (InputStream schema = SchemaRule.class.getResourceAsStream(SCHEMA)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                    // Most of the hundreds of definitions are asked for by no file.
                    .getSchema(new ObjectMapper().readTree(Objects.requireNonNull(schema, SCHEMA)),
                            SchemaValidatorsConfig.builder().preloadJsonSchema(false).build());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
