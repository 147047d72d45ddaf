package io.eidroutes.identification.journey;

import io.eidroutes.EidRoutes;
import io.eidroutes.delivery.StandIn;
import io.eidroutes.simulator.Simulators;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The whole way of an identification: the application between the stand-ins of Aitu Passport, of the ЦОИД adapter and of a
 * partner, with the demonstration's settings. All classes share one application.
 */
@SpringBootTest(classes = EidRoutes.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT, properties = {
        "spring.config.additional-location=classpath:/demonstration.yaml",
        "management.server.port=0",
        "eid.broker.acceptor=",
        "eid.smev.poll-idle=2s",
        "eid.aitu.jwks-pause=100ms",
        "eid.aitu.http.deadline=2s",
        "eid.coid.http.deadline=2s",
        // Journeys that fail on purpose must not open a breaker for the others.
        "eid.aitu.breaker.failure-rate=100",
        "eid.aitu.breaker.window=1000",
        "eid.coid.breaker.failure-rate=100",
        "eid.coid.breaker.window=1000",
        "eid.delivery.breaker.failure-rate=100",
        "eid.delivery.breaker.window=1000",
        "eid.coid.fetch.interval=50ms",
        "eid.coid.fetch.retry-first=50ms",
        "eid.coid.fetch.retry-later=50ms",
        "eid.identification.browser-wait=2s",
        "eid.identification.sweep=200ms",
        "eid.access.clients.hooked.jobs=identification",
        "eid.delivery.webhooks.hooked.secret=a-secret-of-the-webhook-0123456789abcdef",
        "eid.identification.requests-per-minute=100000"})
@AutoConfigureObservability(tracing = false)
abstract class JourneyTest {

    static final Simulators SIMULATORS = Simulators.start(0);
    /** Where the client {@code hooked} is told of ends. */
    static final StandIn WEBHOOK = new StandIn();
    private static final String HOOKED_PASSWORD = new BCryptPasswordEncoder(4).encode("hooked");
    /** Known before the start, since the application is told how browsers reach it. */
    private static final int PORT = freePort();

    @Autowired
    private JdbcClient store;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "test-data-");
        registry.add("server.port", () -> PORT);
        registry.add("eid.identification.public-url", JourneyTest::application);
        registry.add("eid.smev.endpoint", SIMULATORS::smevEndpoint);
        registry.add("eid.aitu.base", () -> SIMULATORS.aitu().base());
        registry.add("eid.aitu.issuer", () -> SIMULATORS.aitu().settings().issuer());
        registry.add("eid.coid.base", () -> SIMULATORS.coid().base());
        registry.add("eid.access.clients.partner.return-urls[0]", () -> SIMULATORS.partner().returnUrl());
        registry.add("eid.access.clients.hooked.return-urls[0]", () -> SIMULATORS.partner().returnUrl());
        registry.add("eid.access.clients.hooked.password", () -> HOOKED_PASSWORD);
        registry.add("eid.delivery.webhooks.hooked.url", () -> WEBHOOK.url() + "/identified");
        registry.add("eid.access.clients.partner.redirect-uris[0]", () -> application() + "/aitu/callback");
        registry.add("spring.datasource.url", () -> "jdbc:h2:file:" + data.toAbsolutePath() + "/store");
        registry.add("spring.artemis.embedded.data-directory", () -> data.toAbsolutePath() + "/artemis");
        meet();
    }

    /** First of all nothing is left to be tried again: it would meet the stand-ins of the next journey. */
    @AfterEach
    void reset() {
        store.sql("delete from personal_data_fetch").update();
        SIMULATORS.aitu().reset();
        SIMULATORS.coid().reset();
        SIMULATORS.partner().reset();
        meet();
    }

    /** The stand-ins learn where the application is. */
    static void meet() {
        SIMULATORS.partner().change("{\"application\":\"" + application() + "\"}");
        SIMULATORS.aitu().change("{\"redirectUris\":[\"" + application() + "/aitu/callback\"]}");
    }

    static String application() {
        return "http://127.0.0.1:" + PORT;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
