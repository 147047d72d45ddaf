package io.eidroutes.consent.validation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.eidroutes.consent.validation.ValidationSettings.Mode;
import io.eidroutes.consent.validation.ValidationSettings.UnknownFields;
import io.eidroutes.failure.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.assertj.core.api.Assertions;

/** Requests of invented people and the settings that tests start from. */
public final class Claims {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Claims() {
    }

    public static byte[] documented() {
        return file("documented-request.json");
    }

    public static byte[] everyField() {
        return file("every-field-request.json");
    }

    public static byte[] file(String name) {
        try (InputStream content = Claims.class.getResourceAsStream("/consent/" + name)) {
            return content.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ValidationSettings settings(Mode mode) {
        return settings(mode, UnknownFields.REFUSE);
    }

    public static ValidationSettings settings(Mode mode, UnknownFields unknownFields) {
        return new ValidationSettings(mode, unknownFields, true, true, true, 1024 * 1024, 32, 20_000);
    }

    public static ClaimValidator strict() {
        return new ClaimValidator(settings(Mode.STRICT));
    }

    public static ClaimValidator structural() {
        return new ClaimValidator(settings(Mode.STRUCTURAL));
    }

    public static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    public static Failure refusal(ClaimValidator validator, byte[] body) {
        return Assertions.catchThrowableOfType(Failure.class, () -> validator.validate(body));
    }

    /** The request with every field, changed as the tables write it; the value stays the very text that is given. */
    public static byte[] changed(String changes) {
        try {
            JsonNode request = MAPPER.readTree(everyField());
            for (String change : changes.split(" ; ")) {
                change(request, change.strip());
            }
            return MAPPER.writeValueAsBytes(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void change(JsonNode request, String change) {
        boolean removal = change.startsWith("- ");
        String[] sides = change.split(" = ", 2);
        JsonPointer pointer = JsonPointer.compile(removal ? change.substring(2) : sides[0]);
        JsonNode parent = request.at(pointer.head());
        if (removal) {
            ((ObjectNode) parent).remove(pointer.last().getMatchingProperty());
        } else if (parent instanceof ArrayNode array) {
            array.setRawValue(pointer.last().getMatchingIndex(), new RawValue(value(sides[1])));
        } else {
            ((ObjectNode) parent).putRawValue(pointer.last().getMatchingProperty(), new RawValue(value(sides[1])));
        }
    }

    private static String value(String text) {
        return text.startsWith("\"@") ? '"' + "Ж".repeat(Integer.parseInt(text.replaceAll("[^0-9]", ""))) + '"' : text;
    }
}
