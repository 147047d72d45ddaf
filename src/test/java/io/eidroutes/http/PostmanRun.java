package io.eidroutes.http;

import static org.awaitility.Awaitility.await;

import java.net.CookieHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Sends the requests of a collection in their order and holds each answer to its script and, where it is the
 * application's, to the OpenAPI document. As a person would, it sends again what can be sent again and is not yet answered
 * as expected: a GET without a redirect, whose answer may still be under way, and whatever is answered 202. Cookies are
 * kept as a browser keeps them.
 */
public final class PostmanRun {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final PostmanCollection collection;
    private final ApiDocument document;
    private final String application;
    private final Map<String, String> variables;
    private final Set<String> called = new TreeSet<>();
    private final Cookies cookies = new Cookies();

    /** The cookies of one host, by name; the one of the JDK would send them in the form of RFC 2965. */
    private static final class Cookies extends CookieHandler {

        private final Map<String, String> values = new TreeMap<>();

        @Override
        public Map<String, List<String>> get(URI uri, Map<String, List<String>> headers) {
            return values.isEmpty() ? Map.of() : Map.of("Cookie", List.of(values.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "))));
        }

        @Override
        public void put(URI uri, Map<String, List<String>> headers) {
            headers.forEach((name, lines) -> {
                if (name.equalsIgnoreCase("Set-Cookie")) {
                    lines.forEach(this::keep);
                }
            });
        }

        private void keep(String line) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            if (line.contains("Max-Age=0")) {
                values.remove(pair[0]);
            } else {
                values.put(pair[0], pair[1]);
            }
        }
    }

    /** @param values of the collection's variables that are others here */
    public PostmanRun(PostmanCollection collection, ApiDocument document, String application, Map<String, String> values) {
        this.collection = collection;
        this.document = document;
        this.application = application;
        this.variables = collection.variables();
        if (!variables.keySet().containsAll(values.keySet())) {
            throw new IllegalArgumentException("there are no such variables");
        }
        variables.putAll(values);
        variables.put("application", application);
    }

    /** Runs all requests; the first that fails ends it. */
    public void all() throws Exception {
        for (PostmanCollection.Item item : collection.items()) {
            HttpResponse<String> answer = send(item);
            boolean again = answer.statusCode() == 202 || item.method().equals("GET") && answer.statusCode() == 200;
            try {
                PostmanScript.run(item.script(), answer, variables);
            } catch (AssertionError notYet) {
                if (!again) {
                    throw new AssertionError(item.name() + ": " + answer.body(), notYet);
                }
                await(item.name()).atMost(PATIENCE).untilAsserted(() -> PostmanScript.run(item.script(), send(item), variables));
            }
        }
    }

    /** The calls of the document that were made. */
    public Set<String> called() {
        return Set.copyOf(called);
    }

    private HttpResponse<String> send(PostmanCollection.Item item) throws Exception {
        String url = PostmanCollection.filled(item.url(), variables);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url)).method(item.method(),
                item.body().map(body -> HttpRequest.BodyPublishers.ofString(PostmanCollection.filled(body, variables)))
                        .orElseGet(HttpRequest.BodyPublishers::noBody));
        item.headers().forEach((name, value) -> request.setHeader(name, PostmanCollection.filled(value, variables)));
        item.credentials().ifPresent(names -> request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                PostmanCollection.filled(names.get(0) + ":" + names.get(1), variables).getBytes(StandardCharsets.UTF_8))));
        HttpClient http = HttpClient.newBuilder().cookieHandler(cookies)
                .followRedirects(item.followsRedirects() ? HttpClient.Redirect.NORMAL : HttpClient.Redirect.NEVER).build();
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (url.startsWith(application)) {
            String operation = document.operationOf(item.method(), URI.create(url).getPath())
                    .orElseThrow(() -> new AssertionError("no call: " + item.name()));
            called.add(operation);
            document.assertResponse(operation, answer);
        }
        return answer;
    }
}
