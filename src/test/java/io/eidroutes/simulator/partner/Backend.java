package io.eidroutes.simulator.partner;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** The partner's server as a client of the application's API. */
final class Backend {

    /**
     * An answer of the application.
     *
     * @param status 0: it did not answer
     * @param body   missing where it is no JSON
     */
    record Answer(int status, JsonNode body) {
    }

    private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final ObjectMapper json = new ObjectMapper();

    Answer begin(Settings settings, JsonNode identification) throws InterruptedException {
        return post(settings, "", identification);
    }

    Answer result(Settings settings, String id, String ticket) throws InterruptedException {
        return post(settings, "/" + id + "/result", json.createObjectNode().put("result_ticket", ticket));
    }

    /** @param language that the user reads */
    Answer state(Settings settings, String id, String language) throws InterruptedException {
        return call(request(settings, "/" + id).header("Accept-Language", language).GET());
    }

    /** Confirms that the result has arrived: the application may erase it. */
    Answer erase(Settings settings, String id) throws InterruptedException {
        return call(request(settings, "/" + id).DELETE());
    }

    private Answer post(Settings settings, String path, JsonNode body) throws InterruptedException {
        return call(request(settings, path).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static HttpRequest.Builder request(Settings settings, String path) {
        String credentials = settings.client() + ":" + settings.password();
        return HttpRequest.newBuilder(URI.create(settings.application() + "/api/v1/identifications" + path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Basic "
                        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    private Answer call(HttpRequest.Builder request) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(answer.statusCode(), parsed(answer.body()));
        } catch (IOException noAnswer) {
            return new Answer(0, MissingNode.getInstance());
        }
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }
}
