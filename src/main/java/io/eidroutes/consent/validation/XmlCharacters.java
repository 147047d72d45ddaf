package io.eidroutes.consent.validation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * Characters that XML 1.0 (§2.2, production Char) cannot carry: most control characters, U+FFFE, U+FFFF and half a
 * surrogate pair. JSON can hold them by escapes; dropping or replacing them would alter the text.
 */
final class XmlCharacters {

    private XmlCharacters() {
    }

    static boolean allIn(String text) {
        for (int i = 0; i < text.length(); ) {
            int character = text.codePointAt(i);
            if (!isAllowed(character)) {
                return false;
            }
            i += Character.charCount(character);
        }
        return true;
    }

    /** Reports every text and every name under {@code node} that XML cannot carry. */
    static void check(JsonNode node, JsonPointer pointer, Violations violations) {
        if (node.isTextual() && !allIn(node.textValue())) {
            violations.add(pointer.toString(), "xml-character", "The text holds a character that XML cannot carry.");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (allIn(member.getKey())) {
                check(member.getValue(), pointer.appendProperty(member.getKey()), violations);
            } else {
                // A pointer to the member would hold the same character; so it names the object.
                violations.add(pointer.toString(), "xml-character",
                        "The name of a member of this object holds a character that XML cannot carry.");
            }
        }
        if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                check(node.get(i), pointer.appendIndex(i), violations);
            }
        }
    }

    private static boolean isAllowed(int character) {
        return character >= 0x20 && character <= 0xD7FF
                || character == '\t' || character == '\n' || character == '\r'
                || character >= 0xE000 && character <= 0xFFFD
                || character >= 0x10000;
    }
}
