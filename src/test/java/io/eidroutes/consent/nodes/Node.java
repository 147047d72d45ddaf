package io.eidroutes.consent.nodes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.EidRoutes;
import io.eidroutes.trace.SpanRecorder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** One of several applications of this process, with doors of its own. */
final class Node implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext application;

    private Node(ConfigurableApplicationContext application) {
        this.application = application;
    }

    /**
     * Starts one.
     *
     * @param store   JDBC URL of the store that the nodes share
     * @param clockOff how far its clock is from the right time
     */
    static Node start(String store, String smev, Duration clockOff, String... settings) {
        try {
            Path data = Files.createTempDirectory(Path.of("target"), "test-data-");
            List<String> all = new ArrayList<>(List.of(
                    "--spring.config.additional-location=classpath:/demonstration.yaml", "--server.port=0", "--management.server.port=0",
                    "--spring.datasource.url=" + store, "--spring.datasource.username=postgres", "--spring.datasource.hikari.maximum-pool-size=8",
                    "--spring.artemis.embedded.data-directory=" + data.toAbsolutePath() + "/artemis",
                    "--eid.aitu.base=", "--eid.broker.acceptor=", "--eid.smev.endpoint=" + smev));
            all.addAll(List.of(settings));
            return new Node(new SpringApplicationBuilder(EidRoutes.class)
                    .initializers(context -> {
                        GenericApplicationContext beans = (GenericApplicationContext) context;
                        beans.registerBean("clockOfNode", Clock.class,
                                () -> Clock.offset(Clock.systemUTC(), clockOff), bean -> bean.setPrimary(true));
                        beans.registerBean(SpanRecorder.class);
                    })
                    .run(all.toArray(String[]::new)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T part(Class<T> type) {
        return application.getBean(type);
    }

    /** The same within a trace. */
    CompletableFuture<HttpResponse<String>> post(String session, String prefer, String traceParent) {
        return post(session, prefer, request("").header("traceparent", traceParent));
    }

    /** A caller asks it for a claim, with a session id of its own, which the simulator tells it by. */
    CompletableFuture<HttpResponse<String>> post(String session, String prefer) {
        return post(session, prefer, request(""));
    }

    private static CompletableFuture<HttpResponse<String>> post(String session, String prefer, HttpRequest.Builder request) {
        return HTTP.sendAsync(request.header("Content-Type", "application/json").header("Prefer", prefer)
                .POST(HttpRequest.BodyPublishers.ofString(claim(session).toString())).build(), HttpResponse.BodyHandlers.ofString());
    }

    JsonNode read(String claim) throws IOException, InterruptedException {
        return JSON.readTree(HTTP.send(request("/" + claim).build(), HttpResponse.BodyHandlers.ofString()).body());
    }

    static String claimId(HttpResponse<?> answer) {
        return answer.headers().firstValue("EID-Claim-Id").orElseThrow();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:"
                        + application.getEnvironment().getProperty("local.server.port") + "/api/v1/claim-permissions" + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8)));
    }

    private static ObjectNode claim(String session) {
        try (var example = Node.class.getResourceAsStream("/claim-permissions.json")) {
            ObjectNode claim = (ObjectNode) JSON.readTree(example);
            claim.withArray("claim_permissions").forEach(permission -> ((ObjectNode) permission).put("session_id", session));
            return claim;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        application.close();
    }
}
