package io.eidroutes.simulator.smev;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Map;
import java.util.Optional;

/**
 * The control interface: JSON over HTTP, for demonstrations and for tests in another process.
 *
 * <ul>
 * <li>{@code POST scenario}: a {@link Scenario}</li>
 * <li>{@code POST reset}, {@code POST forget}</li>
 * <li>{@code GET settings}, {@code POST settings}: members of {@link Settings} that change</li>
 * <li>{@code POST certificate}: a sender's certificate as PEM</li>
 * <li>{@code GET received}, {@code GET received/MESSAGE-ID}</li>
 * </ul>
 */
final class ControlEndpoint implements HttpHandler {

    private final SmevSimulator simulator;
    private final ObjectMapper json = JsonMapper.builder()
            .addModule(new Jdk8Module()).addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    ControlEndpoint(SmevSimulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public void handle(HttpExchange http) throws IOException {
        try (http) {
            String call = http.getRequestMethod() + " "
                    + http.getRequestURI().getPath().substring(SmevSimulator.CONTROL.length());
            byte[] body = http.getRequestBody().readAllBytes();
            try {
                Optional<Object> answer = answer(call, body);
                reply(http, answer.isPresent() ? 200 : 404, answer.orElse(Map.of("error", "not found")));
            } catch (JsonProcessingException | IllegalArgumentException wrong) {
                reply(http, 400, Map.of("error", String.valueOf(wrong.getMessage())));
            }
        }
    }

    private Optional<Object> answer(String call, byte[] body) throws IOException {
        String oneMessage = "GET /received/";
        if (call.startsWith(oneMessage)) {
            return simulator.received(call.substring(oneMessage.length())).map(Object.class::cast);
        }
        switch (call) {
            case "POST /scenario" -> simulator.next(json.readValue(body, Scenario.class));
            case "POST /reset" -> simulator.reset();
            case "POST /forget" -> simulator.forget();
            case "POST /settings" -> simulator.settings(changed(body));
            case "POST /certificate" -> simulator.registerCertificate(certificate(body));
            case "GET /settings" -> {
                return Optional.of(simulator.settings());
            }
            case "GET /received" -> {
                return Optional.of(simulator.received());
            }
            default -> {
                return Optional.empty();
            }
        }
        return Optional.of(Map.of("waitingScenarios", simulator.waitingScenarios()));
    }

    private Settings changed(byte[] body) throws IOException {
        ObjectNode members = json.valueToTree(simulator.settings());
        JsonNode changes = json.readTree(body);
        changes.properties().forEach(change -> members.set(change.getKey(), change.getValue()));
        return json.treeToValue(members, Settings.class);
    }

    private static X509Certificate certificate(byte[] pem) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509", Gost.PROVIDER)
                    .generateCertificate(new ByteArrayInputStream(pem));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("not a certificate in PEM", e);
        }
    }

    private void reply(HttpExchange http, int status, Object answer) throws IOException {
        byte[] body = json.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(status, body.length);
        http.getResponseBody().write(body);
    }
}
