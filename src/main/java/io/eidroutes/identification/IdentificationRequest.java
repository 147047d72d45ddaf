package io.eidroutes.identification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.Optional;

/**
 * What a partner asks for.
 *
 * @param iin              the person to be identified, 12 digits; any, if empty
 * @param phone            the person's phone, digits without {@code +}
 * @param phoneVerified    the partner has verified that phone itself, and its contract lets it
 * @param refreshRequestId renew the {@code requestId} at ЦОИД
 * @param locale           language of Aitu's pages and ours: {@code ru}, {@code kk} or {@code en}
 * @param returnUrl        where the browser goes in the end, exactly as the client's settings name it; else our own page
 */
public record IdentificationRequest(
        Optional<String> iin,
        Optional<String> phone,
        boolean phoneVerified,
        boolean refreshRequestId,
        Optional<String> locale,
        Optional<String> returnUrl) {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new Jdk8Module()).build();

    /** What the way back needs, without anything personal. */
    IdentificationRequest wayBack() {
        return new IdentificationRequest(Optional.empty(), Optional.empty(), false, false, locale, returnUrl);
    }

    byte[] toJson() {
        try {
            return JSON.writeValueAsBytes(this);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request cannot be written for the store.");
        }
    }

    static IdentificationRequest ofJson(byte[] json) {
        try {
            return JSON.readValue(json, IdentificationRequest.class);
        } catch (IOException e) {
            throw new IllegalStateException("A stored request cannot be read.");
        }
    }
}
