package io.eidroutes.editing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A part of a YAML file, a mapping, a list or a scalar, with the file and the line that it stands on: that of its key
 * where it has one.
 */
final class Part {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Path file;
    private final int line;
    private final String key;
    private final Optional<Part> parent;
    private final Optional<JsonNode> scalar;
    private final Map<String, Part> fields = new LinkedHashMap<>();
    private final List<Part> items = new ArrayList<>();
    private boolean list;

    Part(Path file, int line, String key, Optional<Part> parent, Optional<JsonNode> scalar) {
        this.file = file;
        this.line = line;
        this.key = key;
        this.parent = parent;
        this.scalar = scalar;
    }

    void makeList() {
        list = true;
    }

    void put(Part field) {
        fields.put(field.key, field);
    }

    void add(Part item) {
        items.add(item);
    }

    Path file() {
        return file;
    }

    /** From 1. */
    int line() {
        return line;
    }

    /** The key that it stands under; empty for an item of a list and for the whole file. */
    String key() {
        return key;
    }

    Optional<Part> parent() {
        return parent;
    }

    boolean isScalar() {
        return scalar.isPresent();
    }

    boolean isList() {
        return list;
    }

    /** In the order of the file; empty where it is no mapping. */
    Map<String, Part> fields() {
        return fields;
    }

    /** Empty where it is no list. */
    List<Part> items() {
        return items;
    }

    Optional<Part> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    /** The text of the scalar in a field; empty where there is no such field, or one without a value. */
    Optional<String> text(String name) {
        return field(name).map(Part::text).filter(text -> !text.isBlank());
    }

    /** The scalar's text; empty where it is none. */
    String text() {
        return scalar.map(JsonNode::asText).orElse("");
    }

    /** Whether it stands, at any depth, under a field of this name. */
    boolean isWithin(String name) {
        return parent.filter(above -> above.key.equals(name) || above.isWithin(name)).isPresent();
    }

    /** This part and every part below it, in the order of the file. */
    Stream<Part> all() {
        return Stream.concat(Stream.of(this), Stream.concat(fields.values().stream(), items.stream()).flatMap(Part::all));
    }

    JsonNode json() {
        if (scalar.isPresent()) {
            return scalar.get();
        }
        if (list) {
            ArrayNode array = JSON.arrayNode();
            items.forEach(item -> array.add(item.json()));
            return array;
        }
        ObjectNode object = JSON.objectNode();
        fields.forEach((name, part) -> object.set(name, part.json()));
        return object;
    }
}
