package io.eidroutes.failure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.web.util.UriUtils;

/**
 * Problem documents (RFC 9457) for failures that are answered before anything was sent. Title and advice are the
 * catalogue's own words. What another system wrote never comes in, so there is no {@code detail}; only a code that no
 * document names is repeated as it came.
 */
public final class ProblemDocuments {

    /** The media type of the documents, always in UTF-8. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String DEFAULT_LANGUAGE = "en";

    private final Catalogue catalogue;
    private final ObjectMapper json;

    public ProblemDocuments(Catalogue catalogue, ObjectMapper json) {
        this.catalogue = catalogue;
        this.json = json;
    }

    /** The document in English. */
    public byte[] write(Failure failure, Kind kind, boolean retryable) {
        return write(failure, kind, retryable, DEFAULT_LANGUAGE);
    }

    /**
     * The document as JSON in UTF-8.
     *
     * @param kind      as the treatment set it
     * @param retryable as the treatment set it
     * @param language  {@code ru}, {@code kk} or {@code en}, of title and advice; English for any other
     */
    public byte[] write(Failure failure, Kind kind, boolean retryable, String language) {
        CatalogueEntry entry = catalogue.find(failure.family(), failure.code());
        ObjectNode problem = json.createObjectNode();
        problem.put("type", type(failure));
        problem.put("title", entry.message().in(language));
        entry.status().ifPresent(status -> problem.put("status", status));
        problem.put("family", failure.family().label());
        problem.put("code", failure.code());
        problem.put("kind", kind.label());
        problem.put("retryable", retryable);
        problem.put("advice", entry.advice().in(language));
        if (!failure.violations().isEmpty()) {
            addErrors(problem.putArray("errors"), failure.violations());
        }
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A tree of texts could not be written as JSON.");
        }
    }

    private static String type(Failure failure) {
        return "urn:eid-routes:failure:" + failure.family().label() + ":"
                + UriUtils.encode(failure.code(), StandardCharsets.UTF_8);
    }

    private static void addErrors(ArrayNode errors, List<Violation> violations) {
        for (Violation violation : violations) {
            ObjectNode error = errors.addObject();
            error.put("pointer", violation.pointer());
            error.put("rule", violation.rule());
            error.put("message", violation.message());
            violation.esiaCode().ifPresent(code -> error.put("esia_code", code));
        }
    }
}
