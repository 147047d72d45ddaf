package io.eidroutes.editing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
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

    private final JsonSchema camel = camelSchema();

    @Override
    public void check(RouteFiles files, Mistakes found) {
        for (RouteFile file : files.files()) {
            Set<ValidationMessage> messages = camel.validate(file.root().json());
            // Where one of several shapes is meant, the message that looked deepest says which one.
            int deepest = messages.stream().mapToInt(message -> message.getInstanceLocation().getNameCount()).max().orElse(0);
            boolean choice = messages.stream().anyMatch(SchemaRule::isChoice);
            for (ValidationMessage message : messages) {
                if (!choice || message.getInstanceLocation().getNameCount() == deepest && (!isChoice(message) || messages.size() == 1)) {
                    add(file, message, found);
                }
            }
        }
    }

    private static boolean isChoice(ValidationMessage message) {
        return Set.of("oneOf", "anyOf", "not").contains(message.getType());
    }

    private static void add(RouteFile file, ValidationMessage message, Mistakes found) {
        Part part = partAt(file.root(), message.getInstanceLocation());
        String name = part.key().isEmpty() ? "" : "`" + part.key() + "` ";
        switch (message.getType()) {
            case "additionalProperties" -> found.add(part.field(message.getProperty()).orElse(part),
                    "Camel knows no `" + message.getProperty() + "` " + (part.key().isEmpty() ? "here." : "in `" + part.key() + "`."));
            case "required" -> found.add(part, name + "needs `" + message.getProperty() + "`.");
            case "maxProperties" -> found.add(part, "A step is one thing; is an indentation wrong?");
            case "enum" -> found.add(part, name + "may not be " + part.text() + ": " + detail(message) + ".");
            default -> found.add(part, name + detail(message) + ".");
        }
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
                    .getSchema(new ObjectMapper().readTree(Objects.requireNonNull(schema, SCHEMA)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
