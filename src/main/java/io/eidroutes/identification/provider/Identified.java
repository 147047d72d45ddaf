package io.eidroutes.identification.provider;

import java.util.Objects;
import java.util.Optional;

/**
 * The person whom a verified id_token names. Does not show itself in a log.
 *
 * @param iin         12 digits; its check digit may be wrong, as those of the documented test IINs are
 * @param requestId   what the ЦОИД adapter is asked with; may repeat between identifications
 * @param subject     {@code sub}, at most 255 ASCII characters
 * @param phone       digits without {@code +}, where the token has it
 * @param tokens      the tokens, where {@code eid.aitu.keep-tokens} says so
 * @param otherPerson it is not the person asked for, which {@code eid.aitu.on-other-person} has marked and not refused
 */
public record Identified(String iin, String requestId, String subject, Optional<String> phone, Optional<Tokens> tokens,
        boolean otherPerson) {

    public Identified {
        Objects.requireNonNull(iin, "iin");
        Objects.requireNonNull(requestId, "requestId");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(phone, "phone");
        Objects.requireNonNull(tokens, "tokens");
    }

    @Override
    public String toString() {
        return "Identified[]";
    }
}
