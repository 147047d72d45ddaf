package io.eidroutes.identification.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.access.Clients;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Violation;
import io.eidroutes.http.MediaTypes;
import io.eidroutes.identification.provider.Identified;
import io.eidroutes.json.JsonReading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;

/**
 * The two middle steps over HTTP, for a partner that has an authorization of its own, in a mobile application say: the
 * exchange of a code and the fetch of personal data.
 */
public final class MiddleSteps {

    /** Where the adapter's answer deviates from its documentation. */
    static final String WARNINGS = "EID-Warnings";
    static final int LONGEST_BODY = 65_536;
    private static final int DEEPEST = 8;
    private static final int MOST_TOKENS = 500;
    private static final int LONGEST_VALUE = 4096;
    private static final int LONGEST_REQUEST_ID = 200;
    private static final int MOST_WARNINGS_IN_HEADER = 20;
    private static final Pattern IIN = Pattern.compile("\\d{12}");
    /** RFC 7636 §4.1. */
    private static final Pattern CODE_VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    private final Clients clients;
    private final ExchangedCodes codes;
    private final StoredPerson people;
    private final JsonReading reading = new JsonReading(LONGEST_BODY, DEEPEST, MOST_TOKENS);

    MiddleSteps(Clients clients, ExchangedCodes codes, StoredPerson people) {
        this.clients = clients;
        this.codes = codes;
        this.people = people;
    }

    /** @throws Failure validation {@code unsupported-media-type} */
    public void checkMediaType(@Variable("contentType") String contentType) {
        MediaTypes.requireJson(Optional.ofNullable(contentType));
    }

    /** @throws Failure validation {@code not-permitted} */
    public void permit(@Variable("client") String client) {
        clients.permitIdentification(client);
    }

    /**
     * Body in: {@code {code, redirect_uri, code_verifier?, nonce}}. Variables out: {@code code}, {@code redirectUri},
     * {@code codeVerifier}, {@code nonce}.
     *
     * @throws Failure validation {@code malformed-json}, {@code too-large}, {@code invalid-request}
     */
    public void readTokenExchange(Exchange exchange, @Body byte[] body) {
        Fields fields = fields(body, "code", "redirect_uri", "code_verifier", "nonce");
        exchange.setVariable("code", fields.required("code", MiddleSteps::isText));
        exchange.setVariable("redirectUri", fields.required("redirect_uri", MiddleSteps::isText));
        exchange.setVariable("nonce", fields.required("nonce", MiddleSteps::isText));
        fields.optional("code_verifier", CODE_VERIFIER.asMatchPredicate())
                .ifPresent(verifier -> exchange.setVariable("codeVerifier", verifier));
        fields.refuseIfWrong();
    }

    /** @throws Failure validation {@code not-permitted}: a redirect_uri that is not the client's */
    public void permitRedirectUri(@Variable("client") String client, @Variable("redirectUri") String redirectUri) {
        clients.permitRedirectUri(client, redirectUri);
    }

    /**
     * From here on the code is never sent again, unless it certainly was not sent at all. Variable out:
     * {@code notedCode}.
     *
     * @throws Failure validation {@code code-already-exchanged}
     */
    public void noteCode(Exchange exchange, @Variable("code") String code) {
        if (!codes.first(code)) {
            throw Failure.of(Family.VALIDATION, "code-already-exchanged");
        }
        exchange.setVariable("notedCode", code);
    }

    /** Body out: {@code {iin, requestId, sub, phone?, other_person?}}, with the tokens where a setting keeps them. */
    public void respondIdentified(Exchange exchange, @Variable("identified") Identified identified) {
        respond(exchange, people.document(identified));
    }

    /**
     * Body in: {@code {iin, requestId}}. Variables out: {@code iin}, {@code requestId}.
     *
     * @throws Failure validation {@code malformed-json}, {@code too-large}, {@code invalid-request}
     */
    public void readPersonalDataRequest(Exchange exchange, @Body byte[] body) {
        Fields fields = fields(body, "iin", "requestId");
        exchange.setVariable("iin", fields.required("iin", IIN.asMatchPredicate()));
        exchange.setVariable("requestId",
                fields.required("requestId", value -> isText(value) && value.length() <= LONGEST_REQUEST_ID));
        fields.refuseIfWrong();
    }

    /** Body in: the adapter's answer. Out: that answer; header {@code EID-Warnings} where it deviates. */
    public void respondPersonalData(Exchange exchange, @Body ObjectNode answer,
            @Variable("warnings") List<Warning> warnings) {
        respond(exchange, answer);
        if (!warnings.isEmpty()) {
            exchange.getMessage().setHeader(WARNINGS, inOneLine(warnings));
        }
    }

    /**
     * Body in: the adapter's answer. Body out: the same as JSON in UTF-8. Variable out: {@code messageProperties}, with
     * EID_Warnings where it deviates.
     */
    public byte[] writePersonalData(Exchange exchange, @Body ObjectNode answer, @Variable("warnings") List<Warning> warnings) {
        exchange.setVariable("messageProperties",
                warnings.isEmpty() ? Map.of() : Map.of(WARNINGS.replace('-', '_'), inOneLine(warnings)));
        return answer.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    static String inOneLine(List<Warning> warnings) {
        return warnings.stream().limit(MOST_WARNINGS_IN_HEADER)
                .map(warning -> warning.rule() + " " + warning.pointer()).collect(Collectors.joining(", "));
    }

    private static void respond(Exchange exchange, ObjectNode document) {
        Message answer = exchange.getMessage();
        answer.removeHeaders("*");
        answer.setHeader(Exchange.HTTP_RESPONSE_CODE, 200);
        answer.setHeader(Exchange.CONTENT_TYPE, "application/json");
        answer.setHeader("Cache-Control", "no-store");
        answer.setBody(document.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private Fields fields(byte[] body, String... known) {
        JsonNode document = reading.read(reading.withoutByteOrderMark(body));
        return new Fields(document, List.of(known));
    }

    private static boolean isText(String value) {
        return !value.isBlank() && value.length() <= LONGEST_VALUE
                && value.chars().allMatch(character -> character > 0x1F && character != 0x7F);
    }

    /** The members of a request that is one flat object of texts; gathers what is wrong with them. */
    private static final class Fields {

        private final JsonNode document;
        private final List<Violation> violations = new ArrayList<>();

        Fields(JsonNode document, List<String> known) {
            this.document = document;
            if (!document.isObject()) {
                violations.add(Violation.of("", "type", "The body must be an object."));
            }
            for (Map.Entry<String, JsonNode> member : document.properties()) {
                if (!known.contains(member.getKey())) {
                    violations.add(Violation.of("", "unknown-field", "Only " + String.join(", ", known) + " are known."));
                    break;
                }
            }
        }

        String required(String name, Predicate<String> rule) {
            if (document.isObject() && !document.has(name)) {
                violations.add(Violation.of("/" + name, "required", "The member is required."));
            }
            return optional(name, rule).orElse("");
        }

        Optional<String> optional(String name, Predicate<String> rule) {
            if (!document.has(name)) {
                return Optional.empty();
            }
            JsonNode value = document.get(name);
            if (!value.isTextual() || !rule.test(value.textValue())) {
                violations.add(Violation.of("/" + name, "format", "The value is not a text of the form that is asked for."));
                return Optional.empty();
            }
            return Optional.of(value.textValue());
        }

        void refuseIfWrong() {
            if (!violations.isEmpty()) {
                throw Failure.refused("invalid-request", violations);
            }
        }
    }
}
