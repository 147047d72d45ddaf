package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.EidRoutes;
import io.eidroutes.RoutesWithout;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.autoconfigure.filter.TypeExcludeFilters;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The application through its front doors: a partner's backend on the one side, browsers on the other. What is said to Aitu
 * Passport and to the ЦОИД adapter is noted by a stand-in. All classes without settings of their own share one application.
 */
@SpringBootTest(classes = EidRoutes.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = {
        "spring.config.additional-location=classpath:/demonstration.yaml",
        "management.server.port=0",
        "eid.routes=target/routes-of-the-own-side-${fork:1}",
        "eid.broker.acceptor=",
        "eid.smev.endpoint=",
        "eid.aitu.base=http://aitu.example/passport",
        "eid.aitu.issuer=" + IdentificationTest.ISSUER,
        "eid.identification.public-url=" + IdentificationTest.PUBLIC_URL,
        "eid.identification.browser-wait=100ms",
        "eid.identification.sweep=100ms",
        "eid.identification.attempts=4",
        "eid.identification.requests-per-minute=100000",
        "eid.access.clients.shop.jobs=identification",
        "eid.access.clients.shop.return-urls=" + IdentificationTest.RETURN_URL + ",https://shop.example/other",
        "eid.access.clients.shop.verifies-phones=true",
        "eid.access.clients.kiosk.jobs=identification",
        "eid.access.clients.kiosk.release-without-ticket=true"})
@AutoConfigureObservability(tracing = false)
@TypeExcludeFilters(OwnSideOnly.class)
@Import(StandIns.class)
abstract class IdentificationTest {

    static {
        RoutesWithout.copyTo("routes-of-the-own-side", "exchange-token.camel.yaml", "fetch-personal-data.camel.yaml",
                "obtain-person.camel.yaml", "deliver.camel.yaml", "api-steps.camel.yaml", "answer-token-exchange.camel.yaml",
                "answer-personal-data.camel.yaml");
    }

    static final String ISSUER = "https://issuer.example";
    static final String PUBLIC_URL = "https://id.example";
    static final String RETURN_URL = "https://shop.example/back?from=eid";
    static final String WITH_RETURN = "{\"return_url\":\"" + RETURN_URL + "\"}";
    static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @LocalManagementPort
    int managementPort;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    StandIns.People people;

    @Autowired
    StandIns.Aitu aitu;

    @Autowired
    IdentificationProgress progress;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        Path data = Files.createTempDirectory(Path.of("target"), "test-data-");
        registry.add("spring.datasource.url", () -> "jdbc:h2:file:" + data.toAbsolutePath() + "/store;QUERY_CACHE_SIZE=64");
        registry.add("spring.artemis.embedded.data-directory", () -> data.toAbsolutePath() + "/artemis");
        for (String client : List.of("shop", "kiosk")) {
            String hash = new BCryptPasswordEncoder(4).encode(client);
            registry.add("eid.access.clients." + client + ".password", () -> hash);
        }
    }

    @BeforeEach
    void reset() {
        people.reset();
        aitu.reset();
    }

    /** An identification that a partner began. */
    record Begun(UUID id, String startPath) {
    }

    Begun begin(String client, String body) throws Exception {
        HttpResponse<String> answer = post(client, "", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode document = JSON.readTree(answer.body());
        String url = document.path("start_url").asText();
        assertThat(url).startsWith(PUBLIC_URL + "/identifications/start/");
        return new Begun(UUID.fromString(document.path("id").asText()), url.substring(PUBLIC_URL.length()));
    }

    Begun begin() throws Exception {
        return begin("shop", WITH_RETURN);
    }

    Browser browser() {
        return new Browser(HTTP, port);
    }

    /** A browser that came back with a code, and where it was sent. */
    HttpResponse<String> identify(Begun begun) throws Exception {
        return browser().start(begun.startPath()).callback("code=" + UUID.randomUUID());
    }

    String ticketIn(HttpResponse<String> callback) {
        assertThat(callback.statusCode()).as(callback.body()).isEqualTo(303);
        return Browser.query(URI.create(Browser.location(callback))).get("result_ticket");
    }

    HttpResponse<String> post(String client, String path, String body, String... headers) throws Exception {
        return call(client, path, "POST", body, headers);
    }

    HttpResponse<String> result(Begun begun, String ticket) throws Exception {
        return post("shop", "/" + begun.id() + "/result", "{\"result_ticket\":\"" + ticket + "\"}");
    }

    JsonNode read(Begun begun) throws Exception {
        HttpResponse<String> answer = call("shop", "/" + begun.id(), "GET", "");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    String state(Begun begun) throws Exception {
        return read(begun).path("state").asText();
    }

    HttpResponse<String> call(String client, String path, String method, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/identifications" + path))
                .header("Authorization", "Basic " + Base64.getEncoder()
                        .encodeToString((client + ":" + client).getBytes(StandardCharsets.UTF_8)))
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.setHeader(headers[i], headers[i + 1]);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    /** The problem document of a refused call. */
    static JsonNode problem(HttpResponse<String> answer, int status, String code) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.path("code").asText()).isEqualTo(code);
        return problem;
    }

    /** The page of a refusal: the catalogue's words, and nothing of the inside or of the request. */
    static void page(HttpResponse<String> answer, int status, String russian) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(answer.headers().allValues("Cache-Control")).containsExactly("no-store");
        assertThat(answer.headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        assertThat(answer.body()).contains(russian)
                .doesNotContain("Exception", "org.", "java", "io.eidroutes", "camel", "Camel", "EID-");
    }

    int rows(String table) {
        return jdbc.sql("select count(*) from " + table).query(Integer.class).single();
    }

    double failures(String family, String code) throws Exception {
        String metrics = HTTP.send(HttpRequest.newBuilder(URI.create(
                "http://127.0.0.1:" + managementPort + "/actuator/prometheus")).build(), HttpResponse.BodyHandlers.ofString()).body();
        return metrics.lines().filter(line -> line.startsWith("eid_failures_total{") && line.contains("code=\"" + code + "\"")
                        && line.contains("family=\"" + family + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1))).sum();
    }
}
