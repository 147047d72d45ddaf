package io.eidroutes.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Violation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Reads bytes as one JSON document (RFC 8259): UTF-8 alone, no member twice, nothing after the document, bounded in
 * size, depth and tokens. A byte order mark is left out, which §8.1 lets a reader do.
 *
 * <p>Raises {@code malformed-json} or {@code too-large}. The reader's own words are never passed on, since they quote
 * the text; where it stopped (line and column) is.
 */
public final class JsonReading {

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Nothing that is documented needs a number of even 20 digits; reading huge ones costs more than their length. */
    private static final int LONGEST_NUMBER = 1000;

    /** Names come back in pointers, once for each thing that is wrong beneath them; the longest known one has 18. */
    private static final int LONGEST_NAME = 256;

    /** A few characters like 1e400000000 can keep a schema validator busy for minutes, once it writes the number out. */
    private static final int LARGEST_EXPONENT = 1000;

    private final int maxBytes;
    private final int maxDepth;
    private final int maxTokens;
    private final JsonMapper mapper;

    /**
     * @param maxBytes  longest document in bytes
     * @param maxDepth  deepest nesting of objects and arrays
     * @param maxTokens most brackets, names and values; bounds the work
     */
    public JsonReading(int maxBytes, int maxDepth, int maxTokens) {
        this.maxBytes = maxBytes;
        this.maxDepth = maxDepth;
        this.maxTokens = maxTokens;
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(maxDepth)
                        .maxTokenCount(maxTokens)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(maxBytes)
                        .maxNameLength(LONGEST_NAME)
                        .build())
                // Names come from outside: they must not pile up in the intern pool.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .build();
        this.mapper = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
    }

    /** The body without a byte order mark; refused when it is empty or longer than the settings allow. */
    public byte[] withoutByteOrderMark(byte[] body) {
        if (body.length > maxBytes) {
            throw tooLarge("", "The body is longer than " + maxBytes + " bytes.");
        }
        int mark = BYTE_ORDER_MARK.length;
        boolean marked = body.length >= mark && Arrays.equals(body, 0, mark, BYTE_ORDER_MARK, 0, mark);
        return marked ? Arrays.copyOfRange(body, mark, body.length) : body;
    }

    /** The document as a tree. */
    public JsonNode read(byte[] json) {
        try (JsonParser parser = mapper.createParser(text(json))) {
            return read(parser);
        } catch (IOException e) {
            throw malformed("", "json-syntax", "The body is not JSON.");
        }
    }

    private JsonNode read(JsonParser parser) throws IOException {
        JsonNode tree;
        try {
            if (parser.nextToken() == null) {
                throw malformed("", "empty", "The body is empty.");
            }
            tree = mapper.readTree(parser);
            refuseHugeExponents(tree, JsonPointer.empty());
        } catch (MismatchedInputException e) {
            throw malformed(pointer(parser), "duplicate-key", "The member stands twice in its object.");
        } catch (StreamConstraintsException e) {
            throw beyondLimits(parser);
        } catch (NumberFormatException | ArithmeticException e) {
            // Jackson lets these through for exponents beyond what a BigDecimal has.
            throw tooLarge(pointer(parser), "A number has an exponent beyond " + LARGEST_EXPONENT + ".");
        } catch (IOException e) {
            throw malformed(pointer(parser), "json-syntax", "The body is not JSON" + place(parser) + ".");
        }
        try {
            if (parser.nextToken() == null) {
                return tree;
            }
        } catch (IOException e) {
            // Not even a token: still something after the document.
        }
        throw malformed("", "trailing-content", "Something follows the JSON document" + place(parser) + ".");
    }

    private Failure beyondLimits(JsonParser parser) {
        if (parser.getParsingContext().getNestingDepth() > maxDepth) {
            return malformed(pointer(parser), "depth",
                    "Objects and arrays are nested deeper than " + maxDepth + ".");
        }
        if (parser.currentTokenCount() > maxTokens) {
            return tooLarge("", "The body holds more than " + maxTokens + " brackets, names and values.");
        }
        return tooLarge(pointer(parser), "Here or just behind it, a number has more than " + LONGEST_NUMBER
                + " digits or a name more than " + LONGEST_NAME + " characters.");
    }

    private static void refuseHugeExponents(JsonNode node, JsonPointer pointer) {
        if (node.isBigDecimal() && Math.abs((long) node.decimalValue().scale()) > LARGEST_EXPONENT) {
            String place = pointer.toString();
            throw tooLarge(XmlCharacters.allIn(place) ? place : "",
                    "A number has an exponent beyond " + LARGEST_EXPONENT + ".");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (member.getValue().isContainerNode() || member.getValue().isBigDecimal()) {
                refuseHugeExponents(member.getValue(), pointer.appendProperty(member.getKey()));
            }
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            refuseHugeExponents(node.get(i), pointer.appendIndex(i));
        }
    }

    /** Decodes by the letter: overlong forms, encoded surrogates and cut sequences are refused, not replaced. */
    private static String text(byte[] json) {
        // Valid UTF-8, but JSON in UTF-16 or UTF-32 is meant: a zero octet is never JSON.
        boolean wide = json.length > 1 && (json[0] == 0 || json[1] == 0);
        try {
            if (!wide) {
                return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
            }
        } catch (CharacterCodingException e) {
            // Refused below.
        }
        throw malformed("", "encoding", "The body is not UTF-8.");
    }

    private static String pointer(JsonParser parser) {
        JsonPointer pointer = parser.getParsingContext().pathAsPointer();
        // A name that cannot be written into an answer is not named.
        return XmlCharacters.allIn(pointer.toString()) ? pointer.toString() : "";
    }

    private static String place(JsonParser parser) {
        return " at line " + parser.currentLocation().getLineNr() + ", column " + parser.currentLocation().getColumnNr();
    }

    private static Failure malformed(String pointer, String rule, String message) {
        return Failure.refused("malformed-json", List.of(Violation.of(pointer, rule, message)));
    }

    private static Failure tooLarge(String pointer, String message) {
        return Failure.refused("too-large", List.of(Violation.of(pointer, "size", message)));
    }
}
