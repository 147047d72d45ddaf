package io.eidroutes.identification.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Where things stand in an answer of the adapter: {@code person} at the root or in a wrapper, and the fields of
 * VerifyResponse beside it or in an object of their own. The documentation does not say.
 */
final class AdapterAnswer {

    private static final String PERSON = "person";
    private static final String PHOTO = "photo";
    private static final List<String> VERIFY_RESPONSE = List.of("minConfidenceLevel", PHOTO, "requisites");
    private static final int IIN_DIGITS = 12;

    private final ObjectNode root;
    private final JsonNode holder;

    AdapterAnswer(ObjectNode root) {
        this.root = root;
        this.holder = holder(root).orElseThrow(() -> new IllegalArgumentException("The answer holds no person."));
    }

    static boolean holdsPerson(ObjectNode root) {
        return holder(root).isPresent();
    }

    private static Optional<JsonNode> holder(ObjectNode root) {
        return Stream.concat(Stream.of((JsonNode) root), children(root)).filter(node -> node.hasNonNull(PERSON)).findFirst();
    }

    /** The documented form of the answer: {@code person} and the fields of VerifyResponse side by side. */
    ObjectNode documented() {
        ObjectNode documented = JsonNodeFactory.instance.objectNode();
        documented.set(PERSON, holder.get(PERSON));
        for (String field : VERIFY_RESPONSE) {
            Stream.concat(Stream.of(holder, root), Stream.concat(childrenBesidePerson(holder), childrenBesidePerson(root)))
                    .filter(node -> node.has(field)).findFirst()
                    .ifPresent(node -> documented.set(field, node.get(field)));
        }
        return documented;
    }

    /** The IIN that the adapter names, if it names one; a number has lost its leading zeros. */
    Optional<String> iin() {
        JsonNode iin = holder.get(PERSON).path("iin");
        if (!iin.isValueNode() || iin.isNull() || iin.asText().isBlank()) {
            return Optional.empty();
        }
        String text = iin.asText().strip();
        return Optional.of(iin.isNumber() ? "0".repeat(Math.max(0, IIN_DIGITS - text.length())) + text : text);
    }

    /** Takes the photo out, wherever it stands. */
    void removePhoto() {
        removePhoto(root);
    }

    private static void removePhoto(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(PHOTO);
        }
        node.forEach(AdapterAnswer::removePhoto);
    }

    private static Stream<JsonNode> children(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false).filter(JsonNode::isObject);
    }

    private static Stream<JsonNode> childrenBesidePerson(JsonNode node) {
        return node.properties().stream().filter(member -> !member.getKey().equals(PERSON))
                .map(java.util.Map.Entry::getValue).filter(JsonNode::isObject);
    }
}
