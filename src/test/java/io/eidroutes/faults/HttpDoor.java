package io.eidroutes.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.web.Caller;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/** {@code POST} with an Idempotency-Key to any of the nodes, then {@code GET} at any of them. */
final class HttpDoor implements Door {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Node> nodes;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    HttpDoor(List<Node> nodes) {
        this.nodes = nodes;
    }

    @Override
    public boolean submit(String key, ObjectNode claim) throws Exception {
        HttpResponse<String> answer = Caller.send(request("")
                .POST(HttpRequest.BodyPublishers.ofString(claim.toString())), "Authorization", Caller.basic("demo", "demo"),
                "Content-Type", "application/json", "Prefer", "respond-async", "Idempotency-Key", key);
        if (answer.statusCode() == 429 || answer.statusCode() >= 500 || answer.statusCode() == 404) {
            return false;
        }
        if (answer.statusCode() != 202 && answer.statusCode() != 200) {
            throw new AssertionError("A good claim was refused with " + answer.statusCode() + " " + answer.body());
        }
        ids.put(key, answer.headers().firstValue("EID-Claim-Id").orElseThrow());
        return true;
    }

    @Override
    public Optional<String> answer(String key) throws Exception {
        HttpResponse<String> answer = Caller.send(request("/" + ids.get(key)).GET(), "Authorization", Caller.basic("demo", "demo"));
        if (answer.statusCode() != 200) {
            return Optional.empty();
        }
        JsonNode response = new ObjectMapper().readTree(answer.body()).path("response");
        return response.isMissingNode() ? Optional.empty() : Optional.of(response.toString());
    }

    private HttpRequest.Builder request(String path) {
        Node node = nodes.get(ThreadLocalRandom.current().nextInt(nodes.size()));
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + node.port() + "/api/v1/claim-permissions" + path))
                .timeout(PATIENCE);
    }
}
