package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.failure.Arrival;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.http.StrictJson;
import io.eidroutes.http.TransportFailures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What is said to the token endpoint and what it answers (RFC 6749 §4.1.3, §5; OpenID Connect Core §3.1.3.3). The names
 * of an answer may be in snake_case or in camelCase; the same thing said twice must be said alike.
 *
 * <p>Whatever may have reached the provider is a failure of the family aitu-token: the code may be used, so that nothing
 * of it may be sent again. Only what certainly was not sent is a failure of transport.
 */
final class TokenExchange {

    /** RFC 6749 §5.2: printable ASCII without quotation mark and backslash. No documented code has even 30 characters. */
    private static final Pattern ERROR = Pattern.compile("[\\x20\\x21\\x23-\\x5B\\x5D-\\x7E]{1,128}");

    /** Our own codes are not the provider's to say. */
    private static final String OURS = "EID-";

    /** RFC 6749 Appendix A.12. */
    private static final Pattern TOKEN = Pattern.compile("[\\x20-\\x7E]+");

    private final ClientCredentials credentials;
    private final StrictJson json;
    private final Catalogue catalogue;

    TokenExchange(ClientCredentials credentials, StrictJson json, Catalogue catalogue) {
        this.credentials = credentials;
        this.json = json;
        this.catalogue = catalogue;
    }

    /** The form that exchanges the code, in ASCII. */
    byte[] request(String code, String redirectUri, Optional<String> codeVerifier) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", redirectUri);
        codeVerifier.ifPresent(verifier -> fields.put("code_verifier", verifier));
        return credentials.form(fields).getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The tokens of an answer.
     *
     * @throws Failure aitu-token, with the provider's error code verbatim or one of ours
     */
    Tokens read(ProviderAnswer answer) {
        if (answer.status() >= 300 && answer.status() < 400) {
            throw failure("EID-REDIRECTED");
        }
        Optional<ObjectNode> object = json.object(answer.body());
        object.ifPresent(TokenExchange::raiseError);
        if (answer.status() != 200) {
            throw failure(codeOf(answer.status()));
        }
        return tokens(object.orElseThrow(() -> failure("EID-UNREADABLE-ANSWER")));
    }

    /** Names what an HTTP client threw, by whether the code can have been used. */
    Failure failureOf(IOException thrown) {
        Failure transport = TransportFailures.of(thrown);
        if (catalogue.find(transport.family(), transport.code()).arrived() == Arrival.NO) {
            return transport;
        }
        return failure(transport.code().equals("unreadable-answer") ? "EID-UNREADABLE-ANSWER" : "EID-NO-ANSWER");
    }

    private static void raiseError(ObjectNode answer) {
        JsonNode error = answer.path("error");
        if (!error.isMissingNode() && !error.isNull()) {
            String code = error.isTextual() ? error.textValue() : "";
            if (!ERROR.matcher(code).matches() || code.startsWith(OURS)) {
                throw failure("EID-UNREADABLE-ANSWER");
            }
            String description = text(answer, "error_description", "errorDescription").orElse("");
            throw Failure.reported(Family.AITU_TOKEN, code, code, description);
        }
    }

    private static String codeOf(int status) {
        return switch (status) {
            case 408, 502, 503, 504 -> "EID-NO-ANSWER";
            case 429 -> "EID-SERVER-ERROR";
            default -> status >= 500 ? "EID-SERVER-ERROR" : status >= 400 ? "EID-REFUSED" : "EID-UNREADABLE-ANSWER";
        };
    }

    private static Tokens tokens(ObjectNode answer) {
        Optional<String> type = text(answer, "token_type", "tokenType");
        Optional<JsonNode> life = value(answer, "expires_in", "expiresIn");
        text(answer, "scope", "scope");
        if (type.isPresent() && !type.get().equalsIgnoreCase("Bearer")
                || life.isPresent() && !(life.get().isIntegralNumber() && life.get().canConvertToLong()
                        && life.get().longValue() >= 0)) {
            throw failure("EID-UNREADABLE-ANSWER");
        }
        String accessToken = text(answer, "access_token", "accessToken").filter(text -> TOKEN.matcher(text).matches())
                .orElseThrow(() -> failure("EID-UNREADABLE-ANSWER"));
        String idToken = text(answer, "id_token", "idToken").filter(text -> !text.isEmpty())
                .orElseThrow(() -> failure("EID-NO-ID-TOKEN"));
        return new Tokens(accessToken, idToken);
    }

    private static Optional<String> text(ObjectNode answer, String snake, String camel) {
        Optional<JsonNode> value = value(answer, snake, camel);
        if (value.isPresent() && !value.get().isTextual()) {
            throw failure("EID-UNREADABLE-ANSWER");
        }
        return value.map(JsonNode::textValue);
    }

    private static Optional<JsonNode> value(ObjectNode answer, String snake, String camel) {
        Optional<JsonNode> first = Optional.ofNullable(answer.get(snake)).filter(value -> !value.isNull());
        Optional<JsonNode> second = Optional.ofNullable(answer.get(camel)).filter(value -> !value.isNull());
        if (first.isPresent() && second.isPresent() && !first.equals(second)) {
            throw failure("EID-UNREADABLE-ANSWER");
        }
        return first.or(() -> second);
    }

    private static Failure failure(String code) {
        return Failure.of(Family.AITU_TOKEN, code);
    }
}
