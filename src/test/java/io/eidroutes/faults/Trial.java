package io.eidroutes.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.RunningJar;
import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.smev.Received;
import io.eidroutes.simulator.web.Caller;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nodes of the bundle in processes of their own between callers at three doors and a stand-in of SMEV, while blows fall.
 * The seed of the moments at which they fall is printed and can be given again ({@code -Dfaults.seed=}); the doors can be
 * fewer ({@code -Dfaults.doors=http,file}).
 */
final class Trial implements AutoCloseable {

    static final String REQUESTS = "claims";
    static final String REPLIES = "replies-of-the-callers";

    private static final Duration LONGEST = Duration.ofMinutes(5);
    /** Of deliveries. */
    private static final Duration LEASE = Duration.ofSeconds(5);
    /** Of the callers, who hand in little while nodes start again and again. */
    private static final Duration LONGEST_HANDING_IN = Duration.ofMinutes(30);

    private final String name;
    private final long seed = Long.getLong("faults.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final long begun = System.nanoTime();
    private final Path folder;
    /** Of the file door: all nodes see the same folders. */
    private final Path claims;
    private final Simulators simulators = Simulators.start(0);
    private final Line smev = new Line(simulators.port());
    private final Optional<PostgresServer> postgres;
    private final Optional<BrokerProcess> broker;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Door> doors = new LinkedHashMap<>();
    private final ClaimsDriver driver;
    private final Map<String, Integer> blows = new LinkedHashMap<>();

    /** What a node stands on. */
    enum Ground {
        /** H2 in a file and the broker in the process: one node only. */
        EMBEDDED,
        /** PostgreSQL and Artemis in processes of their own. */
        CLUSTER
    }

    /** Something that breaks, and is there again when this returns. */
    interface Blow {
        void fall(Trial on) throws Exception;
    }

    Trial(String name, Ground ground, int nodes, String... settings) throws Exception {
        this.name = name;
        this.folder = Files.createDirectories(Files.createTempDirectory(Path.of("target").toAbsolutePath(), "trial-"));
        this.claims = folder.resolve("claims");
        boolean cluster = ground == Ground.CLUSTER;
        postgres = cluster ? Optional.of(new PostgresServer(folder.resolve("postgres"), freePort())) : Optional.empty();
        broker = cluster ? Optional.of(new BrokerProcess(folder.resolve("broker"), freePort())) : Optional.empty();
        String brokerUrl = cluster ? broker.get().url() : "tcp://127.0.0.1:" + freePort();
        for (int n = 0; n < nodes; n++) {
            this.nodes.add(node(n, brokerUrl, settings));
        }
        List<String> open = List.of(System.getProperty("faults.doors", "http,file,jms").split(","));
        if (open.contains("http")) {
            doors.put("http", new HttpDoor(this.nodes));
        }
        if (open.contains("file")) {
            doors.put("file", new FileDoor(claims));
        }
        if (open.contains("jms")) {
            doors.put("jms", new JmsDoor(brokerUrl, REQUESTS, REPLIES));
        }
        driver = new ClaimsDriver(doors);
    }

    private Node node(int n, String brokerUrl, String... settings) throws IOException {
        List<String> all = new ArrayList<>(List.of("--eid.aitu.base=",
                "--eid.consent.dispatch.retry-first=100ms", "--eid.consent.dispatch.retry-most=2s",
                "--eid.delivery.http.connect-timeout=1s", "--eid.delivery.http.deadline=1s", "--eid.delivery.lease=" + LEASE.toSeconds() + "s",
                "--eid.delivery.interval=100ms", "--eid.delivery.retry-first=100ms", "--eid.delivery.retry-most=2s",
                "--eid.consent.file.inbox=" + claims.resolve("inbox"), "--eid.consent.file.outbox=" + claims.resolve("outbox"),
                "--eid.consent.file.rejected=" + claims.resolve("rejected"),
                "--eid.consent.file.client=demo", "--eid.consent.file.settle=100ms", "--eid.consent.file.poll=100ms",
                "--eid.consent.file.retry=1s", "--eid.jms.consent.queue=" + REQUESTS, "--eid.jms.consent.client=demo",
                "--eid.jms.redelivery.first=100ms", "--eid.jms.redelivery.most=2s"));
        postgres.ifPresent(server -> all.addAll(List.of("--spring.datasource.url=" + server.url(),
                "--spring.datasource.username=postgres")));
        if (broker.isPresent()) {
            all.addAll(List.of("--spring.artemis.mode=native", "--spring.artemis.broker-url=" + brokerUrl));
        } else {
            all.add("--eid.broker.acceptor=" + brokerUrl);
        }
        all.addAll(List.of(settings));
        return new Node(RunningJar.workingDirectory(), "http://127.0.0.1:" + smev.port() + "/smev/ws", all);
    }

    Simulators simulators() {
        return simulators;
    }

    /** A node, whichever, killed by SIGKILL and started again. */
    void killNode() throws Exception {
        Node node = nodes.get(random.nextInt(nodes.size()));
        node.kill();
        pause(random.nextInt(500));
        node.start();
    }

    void killBroker() throws Exception {
        broker.orElseThrow().kill();
        pause(random.nextInt(3000));
        broker.get().start();
    }

    void killPostgres() throws Exception {
        postgres.orElseThrow().kill();
        pause(random.nextInt(3000));
        postgres.get().start();
    }

    /** SMEV is away so long. */
    void cutSmev(Duration away) {
        smev.cut();
        pause(away.toMillis());
        smev.mend();
    }

    /**
     * Claims come in through the three doors while the blows fall, one after another at random moments; then everybody
     * waits for what is still to come.
     *
     * @param tags of claims in turn, by which scenarios of the stand-in tell them
     */
    void run(int claims, List<String> tags, long pauseMillis, Map<String, Blow> kinds, int times) throws Exception {
        System.out.println(name + ": seed " + seed);
        driver.begin(claims, tags, pauseMillis);
        List<String> names = List.copyOf(kinds.keySet());
        for (int blow = 0; blow < times; blow++) {
            pause(200 + random.nextInt(4000));
            String kind = names.get(blow % names.size());
            kinds.get(kind).fall(this);
            blows.merge(kind, 1, Integer::sum);
        }
        await().atMost(LONGEST_HANDING_IN).pollInterval(Duration.ofMillis(200)).until(driver::done);
        driver.join();
    }

    /** The keys of the claims that have no answer after the longest that one can take. */
    void requireAnswers() throws IOException {
        List<String> acknowledged = driver.acknowledged();
        await().atMost(LONGEST).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> assertThat(unanswered(acknowledged)).isEmpty());
        for (String key : acknowledged) {
            assertThat(status(driver.answer(key).orElseThrow())).as(key).isEqualTo("SUCCEEDED");
        }
    }

    private List<String> unanswered(List<String> keys) {
        return keys.stream().filter(key -> driver.answer(key).isEmpty()).toList();
    }

    List<String> acknowledged() {
        return driver.acknowledged();
    }

    Optional<String> answer(String key) {
        return driver.answer(key);
    }

    /** What the operator is shown of a list of claims, {@code uncertain} say. */
    JsonNode shownToOperator(String list) throws Exception {
        return Caller.json(Caller.get("http://127.0.0.1:" + nodes.get(0).managementPort() + "/actuator/claims/" + list));
    }

    /** How many different contents SMEV took. */
    int contentsAccepted() {
        return simulators.smev().received().distinctContentsAccepted();
    }

    /** SMEV took no content more than once. */
    void requireNeverAskedTwice() {
        assertThat(simulators.smev().received().acceptedMoreThanOnce()).isEmpty();
    }

    /** SMEV took each content exactly once, and a message that came again came with the very same bytes. */
    void requireAskedOnce(int claims) {
        Received received = simulators.smev().received();
        assertThat(received.acceptedMoreThanOnce()).isEmpty();
        assertThat(received.distinctContentsAccepted()).isEqualTo(claims);
        assertThat(received.messages()).allMatch(Received.Message::identicalBytes);
    }

    /** Nothing is left in the store that is still to be done. */
    void requireNothingOpen() throws Exception {
        if (postgres.isPresent()) {
            await().atMost(LONGEST).untilAsserted(() -> assertThat(open(store())).isZero());
        } else {
            // What a killed node had delivered, and not noted on the disk, is done again when its lease ends; nobody else can look into the file.
            pause(LEASE.plusSeconds(4).toMillis());
            nodes.get(0).kill();
            assertThat(open(store())).isZero();
        }
    }

    private static int open(DataSource store) {
        return JdbcClient.create(store).sql("select (select count(*) from open_claim) + (select count(*) from delivery)")
                .query(Integer.class).single();
    }

    private DataSource store() throws IOException {
        if (postgres.isPresent()) {
            PGSimpleDataSource store = new PGSimpleDataSource();
            store.setUrl(postgres.get().url());
            return store;
        }
        Path copy = nodes.get(0).folder().resolve("left-behind.mv.db");
        Files.copy(nodes.get(0).folder().resolve("data/store.mv.db"), copy);
        JdbcDataSource store = new JdbcDataSource();
        store.setUrl("jdbc:h2:file:" + copy.toString().replace(".mv.db", "") + ";IFEXISTS=TRUE");
        store.setUser("eid");
        return store;
    }

    /** A line a figure, on standard output and in {@code target/faults/}. */
    void print() throws IOException {
        Received.Totals totals = simulators.smev().received().totals();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("nodes", nodes.size() + (postgres.isPresent() ? " on PostgreSQL and Artemis" : " on H2 and the embedded broker"));
        figures.put("blows", blows);
        figures.put("claims acknowledged", driver.acknowledged().size());
        figures.put("handed in again by callers", driver.resent());
        figures.put("answers that came more than once by JMS", driver.repeated());
        figures.put("SendRequest", totals.sendRequests());
        figures.put("accepted by SMEV", totals.accepted());
        figures.put("contents accepted", simulators.smev().received().distinctContentsAccepted());
        figures.put("contents accepted more than once", simulators.smev().received().acceptedMoreThanOnce().size());
        figures.put("answers delivered by SMEV", totals.delivered());
        figures.put("Ack", totals.acks());
        figures.put("seconds", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begun));
        figures.put("seed", seed);
        StringBuilder text = new StringBuilder("\n| " + name + " | |\n|---|---|\n");
        figures.forEach((figure, value) -> text.append("| ").append(figure).append(" | ").append(value).append(" |\n"));
        System.out.println(text);
        Files.writeString(Files.createDirectories(Path.of("target", "faults")).resolve(name.replace(' ', '-') + ".md"), text);
    }

    @Override
    public void close() throws Exception {
        for (Door door : doors.values()) {
            door.close();
        }
        nodes.forEach(Node::close);
        if (broker.isPresent()) {
            broker.get().close();
        }
        if (postgres.isPresent()) {
            postgres.get().close();
        }
        smev.close();
        simulators.close();
    }

    private static String status(String answer) throws IOException {
        return new ObjectMapper().readTree(answer).path("status").asText();
    }

    private static void pause(long millis) {
        new CompletableFuture<Void>().completeOnTimeout(null, millis, TimeUnit.MILLISECONDS).join();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
