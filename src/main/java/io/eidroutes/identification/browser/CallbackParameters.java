package io.eidroutes.identification.browser;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The query of a callback (RFC 6749 §4.1.2 and §4.1.2.1, RFC 9207 §2). What is not known is tolerated, but for parameters
 * that come twice (RFC 6749 §3.1). Does not show itself in a log.
 *
 * @param state            as it came
 * @param code             the authorization code; either this or {@code error}
 * @param error            why there is none
 * @param errorDescription the provider's words about it
 * @param issuer           who says so (RFC 9207)
 */
record CallbackParameters(String state, Optional<String> code, Optional<String> error, Optional<String> errorDescription,
        Optional<String> issuer) {

    /** Below what the server takes of a request line and its headers, so that the refusal is ours. */
    private static final int LONGEST_QUERY = 6144;
    private static final int MOST_PARAMETERS = 20;
    private static final Pattern PERCENT = Pattern.compile("(?s)(?:[^%]|%[0-9A-Fa-f]{2})*+");
    private static final Pattern VISIBLE = Pattern.compile("[\\x20-\\x7E]{1,4096}");
    /** RFC 6749 §4.1.2.1. */
    private static final Pattern ERROR = Pattern.compile("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{1,200}");
    /** The provider writes Russian here, which the RFC does not allow. */
    private static final Pattern DESCRIPTION = Pattern.compile("[^\\p{Cntrl}]{0,2000}");
    private static final Pattern ISSUER = Pattern.compile("[\\x21-\\x7E]{1,500}");

    /** @throws Failure aitu-authorization {@code EID-CALLBACK-MALFORMED}, {@code EID-STATE-MISSING} */
    static CallbackParameters parse(Optional<String> query) {
        Map<String, String> parameters = parameters(query.orElse(""));
        Optional<String> state = Optional.ofNullable(parameters.get("state")).filter(text -> !text.isEmpty());
        Optional<String> code = checked(parameters, "code", VISIBLE);
        Optional<String> error = checked(parameters, "error", ERROR);
        Optional<String> description = checked(parameters, "error_description", DESCRIPTION);
        Optional<String> issuer = checked(parameters, "iss", ISSUER);
        if (code.isPresent() == error.isPresent()) {
            throw malformed();
        }
        return new CallbackParameters(
                state.orElseThrow(() -> Failure.of(Family.AITU_AUTHORIZATION, "EID-STATE-MISSING")),
                code, error, description, issuer);
    }

    private static Map<String, String> parameters(String query) {
        if (query.length() > LONGEST_QUERY) {
            throw malformed();
        }
        Map<String, String> parameters = new HashMap<>();
        for (String pair : query.split("&")) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                if (parameters.put(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "") != null
                        || parameters.size() > MOST_PARAMETERS) {
                    throw malformed();
                }
            }
        }
        return parameters;
    }

    private static Optional<String> checked(Map<String, String> parameters, String name, Pattern form) {
        Optional<String> value = Optional.ofNullable(parameters.get(name));
        if (value.isPresent() && !form.matcher(value.get()).matches()) {
            throw malformed();
        }
        return value;
    }

    /** By the letter: a cut escape or an octet that is no UTF-8 is refused, not replaced. */
    private static String decoded(String text) {
        if (!PERCENT.matcher(text).matches()) {
            throw malformed();
        }
        byte[] octets = URLDecoder.decode(text, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(octets)).toString();
        } catch (CharacterCodingException e) {
            throw malformed();
        }
    }

    private static Failure malformed() {
        return Failure.of(Family.AITU_AUTHORIZATION, "EID-CALLBACK-MALFORMED");
    }

    @Override
    public String toString() {
        return "CallbackParameters[]";
    }
}
