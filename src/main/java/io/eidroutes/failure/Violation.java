package io.eidroutes.failure;

import java.util.Objects;
import java.util.Optional;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer  JSON Pointer (RFC 6901) of the offending value; the empty string is the whole document
 * @param rule     short stable name of the broken rule, for instance {@code snils-check-number}
 * @param message  one sentence in plain English that never quotes the value
 * @param esiaCode the code that ESIA would have answered with, where it has one
 */
public record Violation(String pointer, String rule, String message, Optional<String> esiaCode) {

    public Violation {
        Objects.requireNonNull(pointer, "pointer");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(esiaCode, "esiaCode");
    }

    public static Violation of(String pointer, String rule, String message) {
        return new Violation(pointer, rule, message, Optional.empty());
    }

    public static Violation of(String pointer, String rule, String message, String esiaCode) {
        return new Violation(pointer, rule, message, Optional.of(esiaCode));
    }
}
