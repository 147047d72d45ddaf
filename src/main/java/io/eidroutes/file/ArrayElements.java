package io.eidroutes.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Violation;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks a JSON array through, from its first octet to the last one, without keeping more of it than where its elements
 * stand. What each element holds is not judged here; that all of it is one array of JSON in UTF-8 is.
 */
final class ArrayElements {

    private static final JsonFactory JSON = JsonFactory.builder().disable(JsonFactory.Feature.INTERN_FIELD_NAMES).build();

    private ArrayElements() {
    }

    /**
     * The elements of the array.
     *
     * @param start  how many octets stand before the array
     * @param most   most elements
     * @param digest is given all octets
     * @throws Failure validation {@code malformed-json}, {@code too-large}, {@code invalid-claim}: an empty array
     */
    static List<Batch.Element> of(InputStream content, long start, int most, MessageDigest digest) throws IOException {
        List<Batch.Element> elements = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(new DigestInputStream(content, digest))) {
            parser.nextToken();
            for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
                if (token == null) {
                    throw malformed("The array does not end.");
                }
                if (elements.size() == most) {
                    throw Failure.refused("too-large", List.of(Violation.of("", "batch-size",
                            "The array has more than " + most + " elements.")));
                }
                long from = parser.currentTokenLocation().getByteOffset();
                parser.skipChildren();
                parser.finishToken();
                elements.add(new Batch.Element(elements.size() + 1, start + from, start + parser.currentLocation().getByteOffset()));
            }
            if (parser.nextToken() != null) {
                throw malformed("Something follows the array" + place(parser.currentTokenLocation()) + ".");
            }
        } catch (JsonProcessingException e) {
            throw malformed("The file is not JSON in UTF-8" + place(e.getLocation()) + ".");
        }
        if (elements.isEmpty()) {
            throw Failure.refused("invalid-claim", List.of(Violation.of("", "batch-empty", "The array has no element.")));
        }
        return elements;
    }

    private static Failure malformed(String message) {
        return Failure.refused("malformed-json", List.of(Violation.of("", "json-syntax", message)));
    }

    private static String place(JsonLocation location) {
        return location == null ? "" : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
    }
}
