package io.eidroutes.simulator.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.web.Caller;
import io.eidroutes.simulator.web.Endpoint;
import io.eidroutes.simulator.web.Reply;
import io.eidroutes.simulator.web.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The least that can stand between the partner and Aitu Passport: the API that the partner calls, and the protocol without
 * any of its checks. With it the stand-ins' pages are tried without the application.
 */
final class FakeApplication implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String IDENTIFICATIONS = "/api/v1/identifications";

    private final Simulators simulators;
    private final HttpServer server;
    private final Map<String, JsonNode> begun = new ConcurrentHashMap<>();
    private final Map<String, JsonNode> outcomes = new ConcurrentHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private volatile Optional<Reply> instead = Optional.empty();

    FakeApplication(Simulators simulators) {
        this.simulators = simulators;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", new Endpoint().answer(IDENTIFICATIONS, this::begin)
                .answer(IDENTIFICATIONS + "/", this::api).answer("/start/", this::start).answer("/aitu/callback", this::callback));
        server.start();
        simulators.partner().change("{\"application\":\"" + address() + "\"}");
        simulators.aitu().change("{\"redirectUris\":[\"" + address() + "/aitu/callback\"]}");
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The API calls of the partner so far. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    /** What the partner sent to begin the only identification. */
    JsonNode request() {
        return begun.values().iterator().next();
    }

    String onlyId() {
        return begun.keySet().iterator().next();
    }

    /** From now on the API answers so. */
    void answerAlways(Reply reply) {
        instead = Optional.of(reply);
    }

    void answerAgain() {
        instead = Optional.empty();
    }

    /** Puts an outcome in place without Aitu Passport. */
    void end(String id, JsonNode outcome) {
        outcomes.put(id, outcome);
    }

    private Reply begin(Request request) {
        note(request);
        if (instead.isPresent()) {
            return instead.get();
        }
        if (!request.basic().equals(Optional.of(new Request.Credentials("partner", "partner")))) {
            return Reply.json(401, Map.of("title", "Authentication is required"));
        }
        String id = UUID.randomUUID().toString();
        begun.put(id, parsed(request.text()));
        return Reply.json(201, Map.of("id", id, "start_url", address() + "/start/" + id));
    }

    private Reply api(Request request) {
        note(request);
        String id = request.path().substring(IDENTIFICATIONS.length() + 1).replace("/result", "");
        return instead.orElseGet(() -> request.method().equals("DELETE") ? new Reply(204, Map.of(), new byte[0])
                : Optional.ofNullable(outcomes.get(id)).map(outcome ->
                                request.path().endsWith("/result") && outcome.has("failure")
                                        ? Reply.json(409, Map.of("title", "There is no result")) : Reply.json(200, outcome))
                        .orElse(Reply.json(200, Map.of("id", id, "state", "fetching"))));
    }

    private synchronized void note(Request request) {
        calls.add(request.method() + " " + request.path());
    }

    private Reply start(Request request) {
        String id = request.path().substring("/start/".length());
        Map<String, String> link = new LinkedHashMap<>();
        link.put("response_type", "code");
        link.put("client_id", simulators.aitu().settings().clientId());
        link.put("redirect_uri", address() + "/aitu/callback");
        link.put("scope", "openid idpc_verification");
        link.put("state", id);
        Optional.of(begun.get(id).path("iin").asText()).filter(iin -> !iin.isEmpty()).ifPresent(iin -> link.put("iin", iin));
        return Reply.seeOther(simulators.aitu().base() + "/oauth2/auth?" + Caller.encoded(link));
    }

    private Reply callback(Request request) {
        Request.Parameters parameters = request.parameters();
        String id = parameters.one("state").orElseThrow();
        ObjectNode outcome = JSON.createObjectNode().put("id", id);
        parameters.one("error").ifPresentOrElse(
                error -> outcome.put("state", "failed").putObject("failure").put("code", error)
                        .put("message", parameters.one("error_description").orElse("")),
                () -> outcome.put("state", "ready").set("personal_data", personalData(parameters.one("code").orElseThrow())));
        outcomes.put(id, outcome);
        return Reply.seeOther(begun.get(id).get("return_url").asText() + "?id=" + id + "&result_ticket=ticket-" + id);
    }

    private JsonNode personalData(String code) {
        try {
            JsonNode tokens = Caller.json(Caller.postForm(simulators.aitu().base() + "/oauth2/token", Map.of("grant_type",
                    "authorization_code", "code", code, "redirect_uri", address() + "/aitu/callback"), "Authorization",
                    Caller.basic(Caller.encode(simulators.aitu().settings().clientId()),
                            Caller.encode(simulators.aitu().settings().clientSecret()))));
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(tokens.get("id_token").asText().split("\\.")[1]));
            return Caller.json(Caller.postJson(simulators.coid().base() + "/v1/personal-data",
                    claims.get("idpc_verification").toString(), "Authorization", Caller.basic("admin", "coidtestpassword")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
