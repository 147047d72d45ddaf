package io.eidroutes.consent.validation;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.json.XmlCharacters;
import java.util.Map;

/** Finds what XML cannot carry, see {@link XmlCharacters}; dropping or replacing it would alter the text. */
final class TextsForXml {

    private TextsForXml() {
    }

    /** Reports every text and every name under {@code node} that XML cannot carry. */
    static void check(JsonNode node, JsonPointer pointer, Violations violations) {
        if (node.isTextual() && !XmlCharacters.allIn(node.textValue())) {
            violations.add(pointer.toString(), "xml-character", "The text holds a character that XML cannot carry.");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (XmlCharacters.allIn(member.getKey())) {
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
}
