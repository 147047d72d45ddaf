package io.eidroutes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/** The packaged jar in a process of its own, in a working directory of its own, against a stand-in of the test. */
public final class RunningJar implements AutoCloseable {

    private static final Path JAR = Path.of("target", "eid-routes.jar").toAbsolutePath();
    private static final Path DEMONSTRATION = Path.of("src", "test", "resources").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(5);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path log;
    private final int port;
    private final int managementPort;

    private RunningJar(Process process, Path log, int port, int managementPort) {
        this.process = process;
        this.log = log;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** A new working directory with copies of the routes and of application.yaml, as an operator has them. */
    public static Path workingDirectory() throws IOException {
        Path folder = emptyDirectory();
        copy(Path.of("routes"), folder.resolve("routes"));
        Files.copy(Path.of("application.yaml"), folder.resolve("application.yaml"));
        return folder;
    }

    /** A new working directory with nothing in it. */
    static Path emptyDirectory() throws IOException {
        return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "running-jar-");
    }

    /** Starts it with the demonstration settings and waits until it is ready. */
    public static RunningJar start(Path folder, String endpoint, String... settings) throws IOException {
        RunningJar jar = launch(folder, Stream.concat(demonstration(folder, endpoint).stream(), Stream.of(settings)).toList());
        try {
            Awaitility.await().atMost(START).until(() -> !jar.process.isAlive() || jar.isReady());
        } catch (RuntimeException e) {
            jar.close();
            throw e;
        }
        Assertions.assertThat(jar.process.isAlive()).as(jar.log()).isTrue();
        return jar;
    }

    /** Starts it with these settings alone; it is expected to stop by itself. The result is what it said. */
    static String stopsWith(Path folder, List<String> settings) throws IOException, InterruptedException {
        try (RunningJar jar = launch(folder, settings)) {
            Awaitility.await().atMost(START).until(() -> !jar.process.isAlive());
            Assertions.assertThat(jar.process.exitValue()).isEqualTo(1);
            return jar.log();
        }
    }

    /** The settings of the demonstration, with keys copied into the working directory. */
    static List<String> demonstration(Path folder, String endpoint) throws IOException {
        Path keys = folder.resolve("demonstration");
        if (!Files.exists(keys)) {
            copy(DEMONSTRATION.resolve("demonstration"), keys);
            Files.setPosixFilePermissions(keys.resolve("keyset.json"), PosixFilePermissions.fromString("rw-------"));
            Files.copy(DEMONSTRATION.resolve("demonstration.yaml"), folder.resolve("demonstration.yaml"));
        }
        return List.of("--spring.config.additional-location=file:" + folder.resolve("demonstration.yaml"),
                "--eid.demonstration=file:" + keys, "--eid.broker.acceptor=", "--eid.smev.endpoint=" + endpoint,
                "--eid.smev.poll-idle=100ms", "--eid.consent.dispatch.interval=100ms",
                "--eid.smev.http.connect-timeout=1s", "--eid.smev.http.response-timeout=2s", "--eid.consent.dispatch.lease=7s");
    }

    private static RunningJar launch(Path folder, List<String> settings) throws IOException {
        Path log = folder.resolve("log-" + UUID.randomUUID() + ".txt");
        int port = freePort();
        int managementPort = freePort();
        // It lives for seconds: to optimise its code and to verify its classes costs more than it spares.
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
                "-XX:+UnlockDiagnosticVMOptions", "-XX:-BytecodeVerificationRemote", "-jar", jarFor(folder).toString(),
                "--server.port=" + port, "--management.server.port=" + managementPort));
        command.addAll(lastOfEach(settings));
        Process process = new ProcessBuilder(command).directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        return new RunningJar(process, log, port, managementPort);
    }

    /**
     * With routes beside it as an image of a container has it, unpacked by its own tool, since it then starts in half the
     * time; else as it is.
     */
    private static Path jarFor(Path folder) throws IOException {
        if (!Files.exists(folder.resolve("routes"))) {
            return JAR;
        }
        Path unpacked = JAR.resolveSibling("unpacked-" + Files.getLastModifiedTime(JAR).toMillis());
        if (!Files.exists(unpacked)) {
            Path mine = Files.createTempDirectory(JAR.getParent(), "unpacking-").resolve("jar");
            Process tool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Djarmode=tools", "-jar", JAR.toString(), "extract", "--destination", mine.toString())
                    .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
            Assertions.assertThat(tool.onExit().join().exitValue()).isZero();
            try {
                Files.move(mine, unpacked, StandardCopyOption.ATOMIC_MOVE);
            } catch (FileSystemException other) {
                // Another test's process was faster.
            }
        }
        return unpacked.resolve(JAR.getFileName());
    }

    /** Settings given twice would be a list: the last one of each name counts. */
    private static Collection<String> lastOfEach(List<String> settings) {
        Map<String, String> byName = new LinkedHashMap<>();
        settings.forEach(setting -> byName.put(setting.split("=", 2)[0], setting));
        return byName.values();
    }

    /** A documented claim, its session ids being that text. */
    public static ObjectNode claim(String session) throws IOException {
        ObjectNode claim = (ObjectNode) JSON.readTree(RunningJar.class.getResource("/claim-permissions.json"));
        claim.withArray("claim_permissions").forEach(permission -> ((ObjectNode) permission).put("session_id", session));
        return claim;
    }

    HttpResponse<String> post(ObjectNode claim, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = request("").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(claim.toString()));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String id) throws IOException, InterruptedException {
        return http.send(request("/" + id).build(), HttpResponse.BodyHandlers.ofString());
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return port;
    }

    /** Where the management port listens. */
    public int managementPort() {
        return managementPort;
    }

    /** All that it said so far. */
    public String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As SIGKILL does: it can do nothing more. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** As SIGTERM does: it ends by itself. */
    public void terminate() {
        process.destroy();
    }

    /** How it ended, once it has. */
    public int exitCode(Duration within) {
        Awaitility.await().atMost(within).until(() -> !process.isAlive());
        return process.exitValue();
    }

    /** What the platform is told; 0 where nobody answers. */
    public int readiness() throws IOException, InterruptedException {
        try {
            URI readiness = URI.create("http://127.0.0.1:" + managementPort + "/actuator/health/readiness");
            return http.send(HttpRequest.newBuilder(readiness).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    private boolean isReady() throws IOException, InterruptedException {
        return readiness() == 200;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/claim-permissions" + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("demo:demo".getBytes(StandardCharsets.UTF_8)));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
