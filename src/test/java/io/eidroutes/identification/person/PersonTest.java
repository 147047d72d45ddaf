package io.eidroutes.identification.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.delivery.StandIn;
import io.eidroutes.EidRoutes;
import io.eidroutes.RoutesWithout;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.ReachedBranches;
import io.eidroutes.identification.provider.Identified;
import io.eidroutes.simulator.Simulators;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application from an identified person to a delivered result, against stand-ins of the adapter and of the partner's
 * webhook. All classes share one application.
 */
@SpringBootTest(classes = EidRoutes.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.config.additional-location=classpath:/demonstration.yaml",
        "management.server.port=0",
        "eid.routes=target/routes-of-person-tests-${fork:1}",
        "eid.broker.acceptor=",
        // Tests that fail on purpose must not open a breaker for the others.
        "eid.coid.breaker.failure-rate=100",
        "eid.coid.breaker.window=1000",
        "eid.delivery.breaker.failure-rate=100",
        "eid.delivery.breaker.window=1000",
        "eid.smev.poll-idle=5s",
        "eid.aitu.base=http://127.0.0.1:1",
        "eid.coid.login=admin",
        "eid.coid.password=coidtestpassword",
        "eid.coid.max-answer-bytes=200000",
        "eid.coid.http.connect-timeout=1s",
        "eid.coid.http.deadline=2s",
        "eid.coid.fetch.interval=50ms",
        "eid.coid.fetch.retry-first=20ms",
        "eid.coid.fetch.retry-most=100ms",
        "eid.coid.fetch.retry-later=50ms",
        "eid.delivery.interval=50ms",
        "eid.delivery.retry-first=20ms",
        "eid.delivery.retry-most=100ms",
        "eid.delivery.http.deadline=2s",
        "eid.delivery.webhooks.hooked.secret=" + PersonTest.WEBHOOK_SECRET,
        "eid.delivery.queues.queued=" + PersonTest.RESULTS,
        "eid.jms.personal-data.queue=eid.personal-data",
        "eid.jms.personal-data.client=" + PersonTest.PARTNER,
        "eid.jms.redelivery.first=20ms",
        "eid.jms.redelivery.most=50ms",
        "eid.jms.redelivery.attempts=5",
        "eid.access.clients.partner.jobs=identification",
        "eid.access.clients.partner.redirect-uris=" + PersonTest.REDIRECT_URI,
        "eid.coid.file.inbox=${test.data}/inbox",
        "eid.coid.file.outbox=${test.data}/outbox",
        "eid.coid.file.rejected=${test.data}/rejected",
        "eid.coid.file.client=" + PersonTest.PARTNER,
        "eid.coid.file.settle=200ms",
        "eid.coid.file.poll=100ms",
        "eid.coid.file.retry=300ms",
        "eid.access.clients.filed.jobs=identification",
        "eid.access.clients.hooked.jobs=identification"})
@AutoConfigureObservability(tracing = false)
@Import(PersonTest.Rest.class)
public abstract class PersonTest {

    static {
        RoutesWithout.copyTo("routes-of-person-tests", "exchange-token.camel.yaml");
    }

    protected static final ObjectMapper JSON = new ObjectMapper();
    protected static final String IIN = "900101300123";
    protected static final String REQUEST_ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
    protected static final String PARTNER = "partner";
    protected static final String HOOKED = "hooked";
    /** A client that gets its results on the queue {@link #RESULTS}. */
    protected static final String QUEUED = "queued";
    protected static final String RESULTS = "queued.results";
    /** A client whose results are written to a folder. */
    protected static final String FILED = "filed";
    protected static final String REDIRECT_URI = "https://partner.example/back";
    protected static final String WEBHOOK_SECRET = "a-secret-of-the-tests-0123456789ab";
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final Simulators SIMULATORS = Simulators.start(0);
    private static final StandIn ADAPTER = new StandIn();
    private static final StandIn WEBHOOK = new StandIn();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @Autowired
    protected PersonalDataWork work;

    @Autowired
    protected RequestRenewals renewals;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private RecordedProgress progress;

    @LocalServerPort
    protected int port;

    @LocalManagementPort
    private int managementPort;

    /** What stands around these parts: what they report to, and the exchange of codes. */
    @TestConfiguration
    static class Rest {

        @Bean
        @Primary
        RecordedProgress progress() {
            return new RecordedProgress();
        }

        @Bean
        RouteBuilder exchangeOfCodes() {
            Set<String> unsent = ConcurrentHashMap.newKeySet();
            return new RouteBuilder() {
                @Override
                public void configure() {
                    from("direct:exchange-token").routeId("exchange-of-tests").errorHandler(noErrorHandler())
                            .process(exchange -> {
                                String code = exchange.getVariable("code", String.class);
                                if (code.startsWith("not-sent") && unsent.add(code)) {
                                    exchange.setProperty(ReachedBranches.STAND_IN, true);
                                    throw Failure.of(Family.TRANSPORT, "connection-refused");
                                }
                                if (code.startsWith("unclear")) {
                                    exchange.setProperty(ReachedBranches.STAND_IN, true);
                                    throw Failure.of(Family.TRANSPORT, "read-timeout");
                                }
                                if (code.startsWith("refused")) {
                                    exchange.setProperty(ReachedBranches.STAND_IN, true);
                                    throw Failure.of(Family.AITU_TOKEN, "invalid_grant");
                                }
                                exchange.setVariable("identified", new Identified(IIN, REQUEST_ID,
                                        String.join("|", code, exchange.getVariable("redirectUri", String.class),
                                                exchange.getVariable("codeVerifier", "", String.class),
                                                exchange.getVariable("nonce", String.class)),
                                        Optional.of("77071234567"), Optional.empty(), code.startsWith("other")));
                            });
                }
            };
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "test-data-");
        registry.add("eid.smev.endpoint", () -> "http://127.0.0.1:" + SIMULATORS.port() + "/smev/ws");
        registry.add("eid.coid.base", () -> ADAPTER.url() + "/adapter/");
        registry.add("eid.delivery.webhooks.hooked.url", () -> WEBHOOK.url() + "/hook?tenant=7");
        registry.add("spring.datasource.url", () -> "jdbc:h2:file:" + data.toAbsolutePath() + "/store");
        registry.add("spring.artemis.embedded.data-directory", () -> data.toAbsolutePath() + "/artemis");
        registry.add("test.data", () -> data.toAbsolutePath().toString());
        registry.add("eid.delivery.files.filed", () -> data.toAbsolutePath() + "/filed");
        registry.add("eid.access.clients.filed.password", () -> new BCryptPasswordEncoder(4).encode("filed"));
        registry.add("eid.access.clients.partner.password", () -> new BCryptPasswordEncoder(4).encode("partner"));
        registry.add("eid.access.clients.hooked.password", () -> new BCryptPasswordEncoder(4).encode("hooked"));
    }

    @BeforeEach
    void reset() {
        ADAPTER.reset(StandIn.Reply.of(200, documentedAnswer().toString()));
        WEBHOOK.reset(StandIn.Reply.of(204, ""));
        renewals.forget(IIN);
    }

    protected static StandIn adapter() {
        return ADAPTER;
    }

    protected static StandIn webhook() {
        return WEBHOOK;
    }

    /** An answer with every documented field, about nobody. */
    protected static ObjectNode documentedAnswer() {
        try {
            return (ObjectNode) JSON.readTree(PersonTest.class.getResource("/identification/personal-data.json"));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    protected static Identified person() {
        return new Identified(IIN, REQUEST_ID, "subject-1", Optional.of("77071234567"), Optional.empty(), false);
    }

    /** A new identification of that client whose person is to be fetched. */
    protected UUID identified(String client) {
        UUID id = UUID.randomUUID();
        work.add(id, client, person());
        return id;
    }

    protected void awaitStates(UUID id, String... states) {
        await().atMost(SOON).untilAsserted(() -> assertThat(progress.states(id)).containsExactly(states));
    }

    protected JsonNode awaitResult(UUID id) throws IOException {
        awaitStates(id, "fetching", "ready");
        return JSON.readTree(work.find(id).orElseThrow());
    }

    protected FailureSummary awaitFailure(UUID id) {
        awaitStates(id, "fetching", "failed");
        return progress.failure(id);
    }

    protected Failure.Reported reported(UUID id) {
        return progress.reported(id);
    }

    protected int rows(String table, UUID id) {
        return jdbc.sql("select count(*) from " + table + " where identification_id = :id").param("id", id)
                .query(Integer.class).single();
    }

    protected HttpResponse<String> post(String path, String body, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1" + path))
                .header("Authorization", basic(PARTNER, PARTNER))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    protected HttpResponse<String> askForPersonalData() throws IOException, InterruptedException {
        return post("/personal-data", JSON.createObjectNode().put("iin", IIN).put("requestId", REQUEST_ID).toString());
    }

    /** The problem document of a refusal, which shows nothing of the inside. */
    protected static JsonNode problem(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Authorization")).isEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "org.", "java.", "io.eidroutes", "camel", "Camel", IIN);
        return JSON.readTree(answer.body());
    }

    protected String metrics() throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + "/actuator/prometheus")).build(),
                HttpResponse.BodyHandlers.ofString()).body();
    }

    protected static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** The requests that the adapter got, which must all be alike. */
    protected static List<StandIn.Request> asked() {
        return ADAPTER.requests();
    }
}
