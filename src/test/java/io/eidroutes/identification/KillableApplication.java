package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.RunningJar;
import io.eidroutes.delivery.StandIn;
import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.web.Caller;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/**
 * The packaged jar with identification on, between its stand-ins, and what partners and browsers do with it. It can be
 * killed and started again on the same data; browsers reach it under its public URL wherever it listens then.
 */
final class KillableApplication implements AutoCloseable {

    /** A client that asks for its results. */
    static final String PARTNER = "partner";
    /** A client that has its results brought by {@link #hook()}. */
    static final String HOOKED = "hooked";
    /** Where the partner had codes sent that it may have exchanged. */
    static final String REDIRECT_URI = "https://partner.example/back";

    private static final String PUBLIC_URL = "https://id.example";
    private static final String RETURN_URL = "https://shop.example/back";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService browsers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "browser");
        thread.setDaemon(true);
        return thread;
    });
    private final Simulators simulators = Simulators.start(0);
    private final StandIn hook = new StandIn();
    private final Path folder;
    private Optional<RunningJar> jar = Optional.empty();

    /** An identification that a client began. */
    record Begun(UUID id, String client, String iin, String startPath) {
    }

    /** One way of one browser to Aitu Passport; {@code callback} is where it is sent back. */
    record Attempt(Begun begun, Browser browser, String callback) {

        String code() {
            return Browser.query(URI.create(callback)).get("code");
        }
    }

    KillableApplication() throws Exception {
        folder = RunningJar.workingDirectory();
        // Who comes with an IIN in the link is identified with it at once.
        simulators.aitu().change("""
                {"automaticIin":"900517400019","redirectUris":["%s/aitu/callback"]}""".formatted(PUBLIC_URL));
    }

    Simulators simulators() {
        return simulators;
    }

    StandIn hook() {
        return hook;
    }

    /** Starts it on what was stored before, with these settings besides. */
    void start(String... settings) throws Exception {
        List<String> own = List.of(
                "--eid.identification.public-url=" + PUBLIC_URL,
                "--eid.aitu.base=" + simulators.aitu().base(),
                "--eid.aitu.issuer=" + simulators.aitu().settings().issuer(),
                "--eid.aitu.jwks-pause=100ms",
                "--eid.coid.base=" + simulators.coid().base(),
                "--eid.coid.http.connect-timeout=1s",
                "--eid.coid.http.deadline=4s",
                "--eid.coid.fetch.lease=10s",
                "--eid.coid.fetch.interval=100ms",
                "--eid.coid.fetch.retry-first=100ms",
                "--eid.coid.fetch.retry-later=500ms",
                "--eid.delivery.http.connect-timeout=1s",
                "--eid.delivery.http.deadline=4s",
                "--eid.delivery.lease=10s",
                "--eid.delivery.interval=100ms",
                "--eid.delivery.retry-first=100ms",
                "--eid.delivery.webhooks.hooked.url=" + hook.url() + "/hook",
                "--eid.delivery.webhooks.hooked.secret=a-secret-of-at-least-32-characters",
                "--eid.access.clients.hooked.password=" + new BCryptPasswordEncoder(4).encode(HOOKED),
                "--eid.access.clients.hooked.jobs=identification",
                "--eid.access.clients.hooked.return-urls=" + RETURN_URL,
                "--eid.access.clients.partner.return-urls=" + RETURN_URL,
                "--eid.access.clients.partner.redirect-uris=" + REDIRECT_URI);
        jar = Optional.of(RunningJar.start(folder, simulators.smevEndpoint(),
                Stream.concat(own.stream(), Stream.of(settings)).toArray(String[]::new)));
    }

    void kill() throws InterruptedException {
        jar.orElseThrow().kill();
    }

    /** The states of all identifications in a copy of what the killed process left on the disk. */
    Map<UUID, String> stored() throws Exception {
        Path copy = folder.resolve("left-behind.mv.db");
        Files.copy(folder.resolve("data/store.mv.db"), copy);
        JdbcDataSource store = new JdbcDataSource();
        store.setUrl("jdbc:h2:file:" + copy.toString().replace(".mv.db", "") + ";IFEXISTS=TRUE");
        store.setUser("eid");
        Map<UUID, String> states = new HashMap<>();
        JdbcClient.create(store).sql("select id, state from identification").query(row -> {
            states.put(row.getObject("id", UUID.class), row.getString("state"));
        });
        return states;
    }

    Begun begin(String client, String iin) throws Exception {
        HttpResponse<String> answer = call(client, "POST", "/identifications", """
                {"iin":"%s","return_url":"%s"}""".formatted(iin, RETURN_URL));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode document = JSON.readTree(answer.body());
        return new Begun(UUID.fromString(document.path("id").asText()), client, iin,
                document.path("start_url").asText().substring(PUBLIC_URL.length()));
    }

    /** A new browser opens the start URL, goes to Aitu Passport, and its user is identified there. */
    Attempt leave(Begun begun) throws Exception {
        Browser browser = new Browser(http, () -> jar.orElseThrow().port());
        HttpResponse<String> start = browser.get(begun.startPath());
        assertThat(start.statusCode()).as(start.body()).isEqualTo(302);
        String callback = Caller.location(Caller.get(Browser.location(start)));
        assertThat(callback).startsWith(PUBLIC_URL + "/aitu/callback?code=");
        return new Attempt(begun, browser, callback);
    }

    /** Some browser opens the start URL. */
    HttpResponse<String> open(Begun begun) throws Exception {
        return new Browser(http, () -> jar.orElseThrow().port()).get(begun.startPath());
    }

    /** The browser calls the callback, which it does again when it is reloaded. */
    HttpResponse<String> comeBack(Attempt attempt) throws Exception {
        return attempt.browser().get(attempt.callback().substring(PUBLIC_URL.length()));
    }

    /** The same, without waiting for the answer. */
    CompletableFuture<HttpResponse<String>> comingBack(Attempt attempt) {
        return inBackground(() -> comeBack(attempt));
    }

    CompletableFuture<HttpResponse<String>> callInBackground(String client, String path, String body) {
        return inBackground(() -> call(client, "POST", path, body));
    }

    /** Something that takes its time. */
    @FunctionalInterface
    interface Task<T> {
        T run() throws Exception;
    }

    <T> CompletableFuture<T> inBackground(Task<T> task) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return task.run();
            } catch (Exception e) {
                throw new CompletionException(e);
            }
        }, browsers);
    }

    /** The ticket that a browser was sent back to the partner with. */
    static String ticket(HttpResponse<String> back) {
        assertThat(back.statusCode()).as(back.body()).isEqualTo(303);
        assertThat(Browser.location(back)).startsWith(RETURN_URL + "?id=");
        return Optional.ofNullable(Browser.query(URI.create(Browser.location(back))).get("result_ticket"))
                .orElseThrow(() -> new AssertionError("The browser came back without a ticket."));
    }

    /** Asks until the result is there, and demands that it is that person's. */
    void awaitRelease(Begun begun, String ticket) {
        await().atMost(LONGEST).untilAsserted(() -> {
            HttpResponse<String> answer = call(begun.client(), "POST", "/identifications/" + begun.id() + "/result",
                    "{\"result_ticket\":\"" + ticket + "\"}");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            assertThat(JSON.readTree(answer.body()).at("/result/personal_data/person/iin").asText()).isEqualTo(begun.iin());
        });
    }

    JsonNode awaitState(Begun begun, String state) {
        await().atMost(LONGEST).untilAsserted(() -> assertThat(state(begun)).isEqualTo(state));
        return read(begun);
    }

    String state(Begun begun) {
        return read(begun).path("state").asText();
    }

    private JsonNode read(Begun begun) {
        try {
            HttpResponse<String> answer = call(begun.client(), "GET", "/identifications/" + begun.id(), "");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    HttpResponse<String> call(String client, String method, String path, String body) throws Exception {
        return Caller.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + jar.orElseThrow().port() + "/api/v1" + path))
                .method(method, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body)),
                "Authorization", Caller.basic(client, client), "Content-Type", "application/json");
    }

    /** What was brought to the client of that identification, oldest first. */
    List<JsonNode> delivered(Begun begun) {
        return hook.requests().stream().map(request -> {
            try {
                return JSON.readTree(request.body());
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }).filter(document -> document.path("id").asText().equals(begun.id().toString())).toList();
    }

    /** Whether the adapter was asked for that person. */
    boolean asked(String iin) {
        return simulators.coid().received().newest().stream().anyMatch(request -> request.iin().equals(iin));
    }

    @Override
    public void close() {
        jar.ifPresent(RunningJar::close);
        simulators.close();
        browsers.shutdownNow();
    }
}
