package io.eidroutes.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads the JSON objects of other systems by the letter of RFC 8259: UTF-8 alone, no member twice, nothing after the
 * object, bounded in depth and tokens. Why something is no such object is not told: a parser's words quote the text.
 */
public final class StrictJson {

    private static final int DEEPEST = 32;
    private static final int MOST_TOKENS = 20_000;
    private static final int LONGEST_NUMBER = 100;
    private static final int LONGEST_NAME = 1024;

    private final JsonMapper mapper;

    /** @param maxBytes the longest text in it, in characters; the length of the whole is bounded where it is received */
    public StrictJson(int maxBytes) {
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxTokenCount(MOST_TOKENS)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(maxBytes)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** The object that the bytes are, or nothing where they are anything else. */
    public Optional<ObjectNode> object(byte[] json) {
        try {
            return object(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The object that the text is, or nothing where it is anything else. */
    public Optional<ObjectNode> object(String json) {
        try {
            JsonNode tree = mapper.readTree(json);
            return tree instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (IOException | ArithmeticException | NumberFormatException e) {
            // Jackson lets the last two through for numbers beyond what it can hold.
            return Optional.empty();
        }
    }
}
