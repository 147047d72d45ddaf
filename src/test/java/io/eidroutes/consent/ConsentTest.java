package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.EidRoutes;
import io.eidroutes.delivery.StandIn;
import io.eidroutes.simulator.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application with its embedded defaults, through its HTTP door, against the СМЭВ simulator. All classes that add no
 * settings of their own share one application.
 */
@SpringBootTest(classes = EidRoutes.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.config.additional-location=classpath:/demonstration.yaml",
        "management.server.port=0",
        "eid.aitu.base=",
        "eid.smev.endpoint=http://127.0.0.1:${simulators.port}/smev/ws",
        "eid.broker.acceptor=",
        "eid.smev.poll-idle=150ms",
        "eid.smev.pollers=1",
        // Tests that fail on purpose must not open it for the others.
        "eid.smev.breaker.failure-rate=100",
        "eid.smev.breaker.window=1000",
        "eid.delivery.breaker.failure-rate=100",
        "eid.delivery.breaker.window=1000",
        "eid.consent.backlog.interval=200ms",
        "eid.consent.dispatch.interval=50ms",
        "eid.consent.dispatch.retry-first=20ms",
        "eid.consent.dispatch.retry-most=200ms",
        "eid.consent.dispatch.retry-later=100ms",
        "eid.delivery.interval=50ms",
        "eid.delivery.retry-first=20ms",
        "eid.delivery.retry-most=100ms",
        "eid.delivery.http.deadline=2s",
        "eid.delivery.webhooks.demo.secret=" + ConsentTest.WEBHOOK_SECRET,
        "eid.alerts.operator.queue=eid.operator",
        "eid.alerts.operator.webhook.secret=" + ConsentTest.WEBHOOK_SECRET,
        "eid.alerts.security.queue=eid.security",
        "eid.alerts.window=4s",
        "eid.alerts.most-per-minute=1000",
        "eid.alerts.retry-first=20ms",
        "eid.alerts.retry-most=200ms",
        "eid.jms.consent.queue=eid.claims",
        "eid.jms.consent.client=demo",
        "eid.jms.redelivery.first=50ms",
        "eid.jms.redelivery.most=100ms",
        "eid.jms.redelivery.attempts=10",
        "eid.consent.file.inbox=${test.data}/inbox",
        "eid.consent.file.outbox=${test.data}/outbox",
        "eid.consent.file.rejected=${test.data}/rejected",
        "eid.consent.file.client=demo",
        "eid.consent.file.max-bytes=100000",
        "eid.consent.file.max-elements=20",
        "eid.consent.file.settle=200ms",
        "eid.consent.file.poll=100ms",
        "eid.consent.file.retry=300ms",
        "eid.smev.http.response-timeout=2s",
        "eid.smev.http.connect-timeout=1s",
        "eid.access.clients.other.jobs=consent",
        "eid.access.clients.other.ogrns=1037739877295",
        // The endpoint carries DEV alone.
        "eid.access.clients.other.routing-codes=DEV,UAT",
        "eid.access.clients.jobless.ogrns=1027700198767",
        "eid.access.clients.jobless.routing-codes=DEV"})
@AutoConfigureObservability(tracing = false)
public abstract class ConsentTest {

    protected static final ObjectMapper JSON = new ObjectMapper();
    protected static final String SUCCEEDED = "{\"status\":\"SUCCEEDED\",\"person_oid\":\"1000320657\"}";
    protected static final String OTHER_OGRN = "1037739877295";
    protected static final String OTHER_CLIENT = basic("other", "password-of-other");
    protected static final String WEBHOOK_SECRET = "a-secret-of-the-tests-0123456789ab";
    private static final StandIn WEBHOOK = new StandIn();
    private static final StandIn ALERT_HOOK = new StandIn();
    private static final Simulators SIMULATORS = Simulators.start(0);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    protected int port;

    @LocalManagementPort
    protected int managementPort;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "test-data-");
        registry.add("simulators.port", SIMULATORS::port);
        registry.add("eid.delivery.webhooks.demo.url", () -> WEBHOOK.url() + "/claims");
        registry.add("eid.alerts.operator.webhook.url", () -> ALERT_HOOK.url() + "/alerts");
        registry.add("spring.datasource.url", () -> "jdbc:h2:file:" + data.toAbsolutePath() + "/store;QUERY_CACHE_SIZE=64");
        registry.add("test.data", () -> data.toAbsolutePath().toString());
        registry.add("eid.access.clients.other.password", () -> bcrypt("password-of-other"));
        registry.add("eid.access.clients.jobless.password", () -> bcrypt("jobless"));
        registry.add("spring.artemis.embedded.data-directory", () -> data.toAbsolutePath() + "/artemis");
    }

    private static String bcrypt(String password) {
        return new BCryptPasswordEncoder(4).encode(password);
    }

    @BeforeEach
    void resetSimulator() {
        smev().reset();
        WEBHOOK.reset(StandIn.Reply.of(200, ""));
    }

    protected static io.eidroutes.simulator.smev.SmevSimulator smev() {
        return SIMULATORS.smev();
    }

    /** The webhook of the client demo. */
    protected static StandIn webhook() {
        return WEBHOOK;
    }

    /** Where alerts for the operator go, beside the queue. */
    protected static StandIn alertHook() {
        return ALERT_HOOK;
    }

    /** For what stands between the application and the simulators. */
    protected static int simulatorsPort() {
        return SIMULATORS.port();
    }

    /** The documented example, with a session id of its own, which the simulator can tell it by. */
    protected static ObjectNode example() {
        try {
            ObjectNode example = (ObjectNode) JSON.readTree(ConsentTest.class.getResource("/claim-permissions.json"));
            example.withArray("claim_permissions").forEach(permission ->
                    ((ObjectNode) permission).put("session_id", UUID.randomUUID().toString()));
            return example;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** By what the simulator tells that claim from others: a text that is in its request alone. */
    protected static String session(ObjectNode claim) {
        return claim.at("/claim_permissions/0/session_id").asText();
    }

    protected HttpResponse<String> post(String body, String... headers) throws IOException, InterruptedException {
        return HTTP.send(request(body, headers), HttpResponse.BodyHandlers.ofString());
    }

    protected HttpRequest request(String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api(""))
                .header("Authorization", basic("demo", "demo"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return request.build();
    }

    protected HttpResponse<String> get(String id, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api("/" + id)).header("Authorization", basic("demo", "demo"));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return call(request.build());
    }

    protected static HttpResponse<String> call(HttpRequest request) throws IOException, InterruptedException {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    /** What the platform is told on the management port. */
    protected HttpResponse<String> manage(String path) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator" + path)).build());
    }

    /** An operator's word on the management port. */
    protected HttpResponse<String> say(String method, String path, String json) throws IOException, InterruptedException {
        return call(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator" + path))
                .header("Content-Type", "application/json")
                .method(method, json.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(json))
                .build());
    }

    /** How often a failure was treated, by {@code eid_failures_total}. */
    protected double failures(String family, String code, String kind) throws IOException, InterruptedException {
        return manage("/prometheus").body().lines()
                .filter(line -> line.startsWith("eid_failures_total{") && line.contains("family=\"" + family + "\"")
                        && line.contains("code=\"" + code + "\"") && line.contains("kind=\"" + kind + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    protected static String claimId(HttpResponse<?> answer) {
        return answer.headers().firstValue("EID-Claim-Id").orElseThrow();
    }

    /** The problem document of a refusal, which shows nothing of the inside. */
    protected static JsonNode problem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).doesNotContain("Exception", "org.", "java.", "io.eidroutes", "camel", "Camel");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        return problem;
    }

    /** What the caller of a claim is told in the end. */
    protected JsonNode answerTo(ObjectNode claim) throws IOException, InterruptedException {
        HttpResponse<String> answer = post(claim.toString(), "Prefer", "wait=20");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    protected URI api(String path) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1/claim-permissions" + path);
    }

    protected static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
