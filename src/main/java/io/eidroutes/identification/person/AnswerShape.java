package io.eidroutes.identification.person;

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
import java.util.List;

/** Compares an answer of the adapter with its documentation; a deviation is a warning and never a refusal. */
final class AnswerShape {

    private static final int MOST = 50;

    private final JsonSchema schema;

    AnswerShape() {
        JsonSchemaFactory factory = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012, builder ->
                builder.schemaMappers(mappers -> mappers.mapPrefix("urn:eidroutes:", "classpath:schemas/")));
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER).typeLoose(false).preloadJsonSchema(true).build();
        this.schema = factory.getSchema(SchemaLocation.of("urn:eidroutes:personal-data.schema.json"), config);
    }

    /** @param documented the answer with person and VerifyResponse side by side */
    List<Warning> deviations(JsonNode documented) {
        return schema.validate(documented).stream().map(AnswerShape::warning).distinct().limit(MOST).toList();
    }

    private static Warning warning(ValidationMessage message) {
        JsonPointer place = pointer(message.getInstanceLocation());
        return message.getType().equals("required")
                ? new Warning(place.appendProperty(message.getProperty()).toString(), "missing")
                : new Warning(place.toString(), message.getType());
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
