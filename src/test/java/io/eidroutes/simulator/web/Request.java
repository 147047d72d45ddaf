package io.eidroutes.simulator.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One HTTP request, read to its end.
 *
 * @param path    without the query, as it was sent
 * @param query   empty where there is none
 * @param headers by lower-case name; all values of a name
 */
public record Request(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {

    private static final int LARGEST = 1024 * 1024;

    /** @throws Refusal where it is too long */
    public static Request read(HttpExchange http) throws IOException {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        http.getRequestHeaders().forEach((name, values) ->
                headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
        byte[] body = http.getRequestBody().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new Refusal(413, "too large");
        }
        return new Request(http.getRequestMethod(), http.getRequestURI().getRawPath(),
                Optional.ofNullable(http.getRequestURI().getRawQuery()).orElse(""), headers, body);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream().findFirst();
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        return headers.getOrDefault("cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split(";\\s*")).stream())
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    /** Whether the body is announced as this media type. */
    public boolean hasType(String mediaType) {
        return header("Content-Type").map(type -> type.split(";")[0].trim()).filter(mediaType::equalsIgnoreCase).isPresent();
    }

    /** The body as UTF-8. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The query's parameters. */
    public Parameters parameters() {
        return Parameters.parse(query);
    }

    /** The parameters of a form in the body. */
    public Parameters form() {
        return Parameters.parse(text());
    }

    /** Name and password of HTTP Basic as they stand there (RFC 7617); empty where there are none or they cannot be read. */
    public Optional<Credentials> basic() {
        return header("Authorization")
                .filter(value -> value.regionMatches(true, 0, "Basic ", 0, 6))
                .flatMap(value -> decoded(value.substring(6).trim()))
                .filter(pair -> pair.contains(":"))
                .map(pair -> new Credentials(pair.substring(0, pair.indexOf(':')), pair.substring(pair.indexOf(':') + 1)));
    }

    private static Optional<String> decoded(String base64) {
        try {
            return Optional.of(new String(Base64.getDecoder().decode(base64), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** A name and a password. */
    public record Credentials(String name, String password) {

        /** Form-decoded, as OAuth demands of a client's (RFC 6749 section 2.3.1); empty where that fails. */
        public Optional<Credentials> formDecoded() {
            try {
                return Optional.of(new Credentials(formDecode(name), formDecode(password)));
            } catch (IllegalArgumentException malformed) {
                return Optional.empty();
            }
        }
    }

    /** Parameters in the order in which they came; a name may come more than once. */
    public record Parameters(Map<String, List<String>> all) {

        static Parameters parse(String encoded) {
            Map<String, List<String>> all = new LinkedHashMap<>();
            try {
                for (String pair : encoded.isEmpty() ? new String[0] : encoded.split("&")) {
                    int equals = pair.indexOf('=');
                    String name = formDecode(equals < 0 ? pair : pair.substring(0, equals));
                    all.computeIfAbsent(name, fresh -> new ArrayList<>())
                            .add(equals < 0 ? "" : formDecode(pair.substring(equals + 1)));
                }
            } catch (IllegalArgumentException malformed) {
                throw new Refusal(400, "malformed parameters");
            }
            return new Parameters(all);
        }

        /** The first value; one that is empty counts as left out, as OAuth has it (RFC 6749 section 3.1). */
        public Optional<String> one(String name) {
            return all.getOrDefault(name, List.of()).stream().filter(value -> !value.isEmpty()).findFirst();
        }

        /** A name that comes more than once. */
        public Optional<String> repeated() {
            return all.entrySet().stream().filter(entry -> entry.getValue().size() > 1).map(Map.Entry::getKey).findFirst();
        }

        /** The first value of each name. */
        public Map<String, String> first() {
            return all.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue().get(0),
                    (one, other) -> one, LinkedHashMap::new));
        }
    }

    private static String formDecode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
