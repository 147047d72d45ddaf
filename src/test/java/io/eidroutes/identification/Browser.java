package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;
import org.springframework.web.util.HtmlUtils;

/** A browser that keeps its cookies, follows nothing by itself and remembers the last link to Aitu Passport. */
final class Browser {

    private static final Pattern LINK = Pattern.compile("<a class=\"button\" href=\"([^\"]+)\"");

    private final HttpClient http;
    private final IntSupplier port;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private Map<String, String> link = Map.of();

    Browser(HttpClient http, int port) {
        this(http, () -> port);
    }

    /** @param port where the application listens at that moment */
    Browser(HttpClient http, IntSupplier port) {
        this.http = http;
        this.port = port;
    }

    /** Opens a start URL, which must lead to Aitu Passport. */
    Browser start(String path) throws Exception {
        HttpResponse<String> answer = get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        return leaves(answer);
    }

    Browser leaves(HttpResponse<String> answer) {
        link = query(URI.create(location(answer)));
        return this;
    }

    /** The parameters of the last link to Aitu Passport. */
    Map<String, String> link() {
        return link;
    }

    String state() {
        return link.get("state");
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** Comes back with these parameters and the state of the last link. */
    HttpResponse<String> callback(String parameters) throws Exception {
        return get("/aitu/callback?" + parameters + "&state=" + state());
    }

    HttpResponse<String> get(String path, String... headers) throws Exception {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.getAsInt() + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream().map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                    .collect(Collectors.joining("; ")));
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        answer.headers().allValues("Set-Cookie").forEach(this::keep);
        return answer;
    }

    private void keep(String setCookie) {
        String[] pair = setCookie.split(";", 2)[0].split("=", 2);
        if (setCookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    /** Where the one link of a page leads. */
    static Optional<URI> link(HttpResponse<String> page) {
        Matcher link = LINK.matcher(page.body());
        return link.find() ? Optional.of(URI.create(HtmlUtils.htmlUnescape(link.group(1)))) : Optional.empty();
    }

    static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElseThrow();
    }

    static Map<String, String> query(URI uri) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : uri.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}
