package io.eidroutes.identification.person;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.failure.Catalogue;
import io.eidroutes.failure.CatalogueEntry;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.http.TransportFailures;
import io.eidroutes.json.JsonReading;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/**
 * The request to the adapter and what its answer says. The documentation names neither the method nor the status codes
 * nor the body of an error, so an error is read from whatever field holds one, else from the whole text.
 */
final class AdapterCall {

    private static final int DEEPEST = 64;
    private static final int MOST_TOKENS = 100_000;
    /** Looks like a code, and not like a sentence or an IIN. */
    private static final Pattern CODE = Pattern.compile("(?!\\d{12}$)[A-Za-z0-9_.-]{1,100}");
    private static final List<String> TEXTS = List.of("message", "error", "error_description", "errorDescription", "code");
    private static final List<String> CODES = List.of("code", "error");

    private final CoidSettings settings;
    private final Catalogue catalogue;
    private final ObjectMapper json;
    private final JsonReading reading;
    private final String authorization;

    AdapterCall(CoidSettings settings, Catalogue catalogue, ObjectMapper json) {
        this.settings = settings;
        this.catalogue = catalogue;
        this.json = json;
        this.reading = new JsonReading(settings.maxAnswerBytes(), DEEPEST, MOST_TOKENS);
        // RFC 7617 §2.1: the credentials in UTF-8, and not form-urlencoded as those of a token endpoint.
        String credentials = settings.login().orElseThrow() + ":" + settings.password().orElseThrow();
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
    }

    /** In: variables iin and requestId. Out: the request. */
    void write(Exchange exchange) {
        String iin = exchange.getVariable("iin", String.class);
        String requestId = exchange.getVariable("requestId", String.class);
        Message request = exchange.getMessage();
        request.setHeader("Authorization", authorization);
        request.setHeader("Accept", "application/json");
        request.setHeader(Exchange.HTTP_METHOD, settings.method().name());
        if (settings.method() == CoidSettings.Method.GET) {
            request.setHeader(Exchange.HTTP_QUERY, "iin=" + encoded(iin) + "&requestId=" + encoded(requestId));
            request.setBody(null);
        } else {
            request.setHeader(Exchange.CONTENT_TYPE, "application/json");
            request.setBody(json.createObjectNode().put("iin", iin).put("requestId", requestId).toString()
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /**
     * Body in: the answer's bytes. Body out: the answer as an {@link ObjectNode} that holds a person.
     *
     * @throws Failure coid, or transport where nobody can tell what the adapter said
     */
    void read(Exchange exchange) {
        Integer header = exchange.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class);
        int status = header == null ? 0 : header;
        byte[] body = Optional.ofNullable(exchange.getMessage().getBody(byte[].class)).orElse(new byte[0]);
        Optional<ObjectNode> answer = object(body);
        boolean success = status >= 200 && status < 300;
        if (success && answer.filter(AdapterAnswer::holdsPerson).isPresent()) {
            exchange.getMessage().setBody(answer.get());
            return;
        }
        throw failure(status, success, answer, new String(body, StandardCharsets.UTF_8));
    }

    /** Whether the adapter, or what stands before it, is in trouble. What it says of a person may come with 500 and is an answer. */
    static boolean inTrouble(HttpResponse answer) {
        Header type = answer.getFirstHeader(Exchange.CONTENT_TYPE);
        boolean json = type != null && type.getValue().toLowerCase(Locale.ROOT).contains("json");
        return answer.getCode() > 500 || answer.getCode() == 500 && !json;
    }

    private Failure failure(int status, boolean success, Optional<ObjectNode> answer, String text) {
        String said = answer.map(AdapterCall::texts).orElse(text);
        Optional<String> documented = catalogue.matching(Family.COID, said).map(CatalogueEntry::code);
        if (documented.isPresent()) {
            return Failure.reported(Family.COID, documented.get(), documented.get(), said);
        }
        if (status == 401 || status == 403 || status == 407) {
            return Failure.reported(Family.COID, "credentials-refused", String.valueOf(status), said);
        }
        if (status == 408 || status == 429 || answer.isEmpty()) {
            return status == 429 ? Failure.of(Family.TRANSPORT, "gateway-error") : TransportFailures.of(status);
        }
        if (success) {
            return Failure.reported(Family.COID, "no-person", String.valueOf(status), said);
        }
        if (status >= 500) {
            return Failure.reported(Family.COID, "adapter-error", String.valueOf(status), said);
        }
        return answer.flatMap(AdapterCall::code).filter(code -> !catalogue.isOurs(Family.COID, code))
                .map(code -> Failure.reported(Family.COID, code, code, said))
                .orElseGet(() -> Failure.reported(Family.COID, "request-refused", String.valueOf(status), said));
    }

    private Optional<ObjectNode> object(byte[] body) {
        try {
            JsonNode tree = reading.read(reading.withoutByteOrderMark(body));
            return tree instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } catch (Failure unreadable) {
            return Optional.empty();
        }
    }

    private static String texts(ObjectNode answer) {
        return String.join("\n", Stream.concat(Stream.of(answer), Stream.of(answer.path("error")))
                .flatMap(object -> TEXTS.stream().map(object::path))
                .filter(JsonNode::isValueNode).map(JsonNode::asText).filter(value -> !value.isBlank()).toList());
    }

    /** A code of the adapter's own, kept verbatim. */
    private static Optional<String> code(ObjectNode answer) {
        return Stream.concat(Stream.of(answer), Stream.of(answer.path("error")))
                .flatMap(object -> CODES.stream().map(object::path))
                .filter(JsonNode::isValueNode).map(JsonNode::asText)
                .filter(CODE.asMatchPredicate()).filter(code -> !code.equals("null")).findFirst();
    }
}
