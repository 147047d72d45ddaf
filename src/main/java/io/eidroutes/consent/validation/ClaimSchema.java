package io.eidroutes.consent.validation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonNodePath;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.eidroutes.json.XmlCharacters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The JSON Schema of the request in the words of our own rules; the strict one adds to the structural one. */
final class ClaimSchema {

    /** Where {@code required} and {@code require} are easily mixed up, since the documentation has both. */
    private static final String SCOPE = "/claim_permissions/\\d+/scopes/\\d+/require";
    private static final String SITE_OR_TERM = "/claim_permissions/\\d+/(sites|terms)/\\d+/required";

    private final JsonSchema schema;
    private final boolean ignoreUnknown;

    ClaimSchema(ValidationSettings settings) {
        String file = settings.mode() == ValidationSettings.Mode.STRICT
                ? "claim-permissions.strict.schema.json" : "claim-permissions.structural.schema.json";
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, builder ->
                builder.schemaMappers(mappers -> mappers.mapPrefix("urn:eidroutes:", "classpath:schemas/")));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER).typeLoose(false).preloadJsonSchema(true).build();
        this.schema = factory.getSchema(SchemaLocation.of("urn:eidroutes:" + file), config);
        this.ignoreUnknown = settings.unknownFields() == ValidationSettings.UnknownFields.IGNORE;
    }

    /** Adds what is wrong to {@code violations}, and the pointers of members that are let be to {@code ignored}. */
    void check(JsonNode request, Violations violations, List<String> ignored) {
        List<ValidationMessage> messages = new ArrayList<>(schema.validate(request));
        // Of several findings about one value the first stands, and a wrong type says more than "not in the list".
        messages.sort(Comparator.comparing(message -> !message.getType().equals("type")));
        for (ValidationMessage message : messages) {
            JsonPointer place = pointer(message.getInstanceLocation());
            switch (message.getType()) {
                case "additionalProperties" ->
                        unknown(place.appendProperty(message.getProperty()).toString(), violations, ignored);
                case "required" -> violations.add(place.appendProperty(message.getProperty()).toString(), "required",
                        "The member is required.");
                case "type" -> violations.add(place.toString(), "type",
                        "The value must be of the type " + message.getSchemaNode().asText() + "; null is none.");
                case "enum" -> violations.add(place.toString(), "enum",
                        "The value must be one of " + message.getSchemaNode() + ".");
                case "maxLength" -> violations.add(place.toString(), "length",
                        "The text must have at most " + message.getSchemaNode() + " characters.");
                case "minItems" -> violations.add(place.toString(), "empty-array", "At least one element is required.");
                case "pattern" -> violations.add(place.toString(), "blank", "The text must not be blank.");
                default -> violations.add(place.toString(), message.getType(), "The value does not match the schema.");
            }
        }
    }

    private void unknown(String pointer, Violations violations, List<String> ignored) {
        if (!XmlCharacters.allIn(pointer)) {
            return; // Reported already, at its object.
        }
        if (pointer.matches(SCOPE)) {
            violations.add(pointer, "unknown-field", "The member is not known here; in a scope it is called \"required\".");
        } else if (pointer.matches(SITE_OR_TERM)) {
            violations.add(pointer, "unknown-field",
                    "The member is not known here; in sites and terms it is called \"require\".");
        } else if (ignoreUnknown) {
            ignored.add(pointer);
        } else {
            violations.add(pointer, "unknown-field", "The documentation does not name this member.");
        }
    }

    private static JsonPointer pointer(JsonNodePath path) {
        JsonPointer pointer = JsonPointer.empty();
        for (int i = 0; i < path.getNameCount(); i++) {
            Object element = path.getElement(i);
            pointer = element instanceof Integer index
                    ? pointer.appendIndex(index) : pointer.appendProperty(element.toString());
        }
        return pointer;
    }
}
