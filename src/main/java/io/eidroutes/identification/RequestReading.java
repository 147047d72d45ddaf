package io.eidroutes.identification;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Violation;
import io.eidroutes.json.JsonReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what a partner asks for: {@code {iin?, phone?, phone_verified?, refresh_request_id?, locale?, return_url?}}, and the
 * ticket with which it fetches a result. Raises validation {@code malformed-json}, {@code too-large} and
 * {@code invalid-identification}, with everything that is wrong at once.
 */
final class RequestReading {

    private static final int MOST_BYTES = 16 * 1024;
    private static final Set<String> MEMBERS =
            Set.of("iin", "phone", "phone_verified", "refresh_request_id", "locale", "return_url");
    private static final String TICKET = "result_ticket";

    private final JsonReading reading = new JsonReading(MOST_BYTES, 8, 500);

    IdentificationRequest identification(byte[] body) {
        JsonNode document = reading.read(reading.withoutByteOrderMark(body));
        List<Violation> violations = new ArrayList<>();
        onlyMembers(document, MEMBERS, violations);
        Optional<String> iin = text(document, "iin", "[0-9]{12}", "An IIN has 12 digits.", violations);
        Optional<String> phone = text(document, "phone", "[0-9]{10,15}",
                "A phone is given in digits with its country code and without +, for instance 77071234567.", violations);
        boolean phoneVerified = flag(document, "phone_verified", violations);
        if (phoneVerified && !document.has("phone")) {
            violations.add(Violation.of("/phone", "required", "The phone that was verified is required."));
        }
        boolean refresh = flag(document, "refresh_request_id", violations);
        Optional<String> locale = text(document, "locale", "ru|kk|en", "The value must be one of ru, kk and en.", violations);
        Optional<String> returnUrl = text(document, "return_url", "[\\x21-\\x7E]{1,2000}",
                "A URL has at most 2000 ASCII characters and no space.", violations);
        refuse(violations);
        return new IdentificationRequest(iin, phone, phoneVerified, refresh, locale, returnUrl);
    }

    /** The result ticket of a call; an empty body is a call without one. */
    Optional<String> resultTicket(byte[] body) {
        if (body.length == 0) {
            return Optional.empty();
        }
        JsonNode document = reading.read(reading.withoutByteOrderMark(body));
        List<Violation> violations = new ArrayList<>();
        onlyMembers(document, Set.of(TICKET), violations);
        Optional<String> ticket = text(document, TICKET, "(?s).{0,200}", "A ticket has 43 characters.", violations);
        refuse(violations);
        return ticket;
    }

    private static void onlyMembers(JsonNode document, Set<String> known, List<Violation> violations) {
        if (!document.isObject()) {
            throw Failure.refused("invalid-identification",
                    List.of(Violation.of("", "type", "The body must be a JSON object.")));
        }
        for (Map.Entry<String, JsonNode> member : document.properties()) {
            if (!known.contains(member.getKey())) {
                violations.add(Violation.of("", "unknown-field",
                        "The object has a member that is not known here; known are " + String.join(", ", known.stream().sorted().toList()) + "."));
            }
        }
    }

    private static Optional<String> text(JsonNode document, String name, String form, String sentence,
            List<Violation> violations) {
        JsonNode value = document.path(name);
        if (value.isMissingNode()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            violations.add(Violation.of("/" + name, "type", "The value must be of the type string; null is none."));
            return Optional.empty();
        }
        if (!value.textValue().matches(form)) {
            violations.add(Violation.of("/" + name, "format", sentence));
        }
        return Optional.of(value.textValue());
    }

    private static boolean flag(JsonNode document, String name, List<Violation> violations) {
        JsonNode value = document.path(name);
        if (!value.isMissingNode() && !value.isBoolean()) {
            violations.add(Violation.of("/" + name, "type", "The value must be of the type boolean; null is none."));
        }
        return value.booleanValue();
    }

    private static void refuse(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw Failure.refused("invalid-identification", violations);
        }
    }
}
