package io.eidroutes.consent.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.transform.sax.SAXSource;
import net.sf.saxon.s9api.SaxonApiException;
import org.xml.sax.InputSource;

/**
 * Turns {@code ClaimPersonPermissionsResponse} into the documented answer by {@code response.xsl}. The stylesheet reads
 * ESIA's answer; which of it is published is the documentation's and stands here. Safe for use by many threads.
 */
public final class ResponseMapping {

    /** Longest content in bytes; real answers have less than one thousand. */
    private static final int LONGEST = 1024 * 1024;

    private final Stylesheet stylesheet;
    private final StrictXml xml = new StrictXml();
    private final JsonMapper mapper = JsonMapper.builder().build();

    public ResponseMapping(Stylesheet stylesheet) {
        this.stylesheet = stylesheet;
    }

    /**
     * Reads the content of a message.
     *
     * @param content the element {@code ClaimPersonPermissionsResponse} as a document of its own
     * @throws Failure {@code EID-UNREADABLE-ANSWER} of the family {@code esia} for anything but one status,
     *                 {@code SUCCEEDED}, or {@code FAULT} with an error: then nothing is known about the claim
     */
    public EsiaAnswer map(byte[] content) {
        if (content.length > LONGEST) {
            throw unreadable();
        }
        JsonNode answer = read(content);
        List<Failure.Reported> errors = new ArrayList<>();
        for (JsonNode error : answer.path("errors")) {
            errors.add(new Failure.Reported(error.path("code").asText(), error.path("message").asText()));
        }
        String status = answer.path("status").asText();
        // An error without a code cannot be published, but it is kept.
        Optional<Failure.Reported> published = errors.stream().filter(error -> !error.code().isEmpty()).findFirst();
        boolean fault = status.equals("FAULT") && published.isPresent();
        if (!fault && !status.equals("SUCCEEDED")) {
            throw unreadable();
        }
        Optional<String> personOid = Optional.of(answer.path("person_oid").asText()).filter(oid -> !oid.isEmpty());
        return new EsiaAnswer(status, personOid, errors, json(status, personOid, published));
    }

    private JsonNode read(byte[] content) {
        try {
            InputSource input = new InputSource(new ByteArrayInputStream(content));
            return mapper.readTree(stylesheet.apply(new SAXSource(xml.reader(), input)));
        } catch (SaxonApiException | IOException e) {
            throw unreadable();
        }
    }

    private String json(String status, Optional<String> personOid, Optional<Failure.Reported> error) {
        ObjectNode json = mapper.createObjectNode().put("status", status);
        personOid.ifPresent(oid -> json.put("person_oid", oid));
        error.ifPresent(first -> json.putObject("error_status_info")
                .put("code", first.code()).put("message", first.message()));
        try {
            return mapper.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw unreadable();
        }
    }

    private static Failure unreadable() {
        return Failure.of(Family.ESIA, "EID-UNREADABLE-ANSWER");
    }
}
