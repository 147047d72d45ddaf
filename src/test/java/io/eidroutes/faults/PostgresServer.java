package io.eidroutes.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A real PostgreSQL in processes of its own that can be killed and started again on what it left on the disk. */
final class PostgresServer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(60);

    private final Path data;
    private final int port;
    private final List<String> command;

    PostgresServer(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        // The library would have commits acknowledged before they are written; here they have to outlive a kill.
        EmbeddedPostgres.builder().setPort(port).setDataDirectory(data).setCleanDataDirectory(false)
                .setServerConfig("synchronous_commit", "on").setPGStartupWait(START).start();
        this.command = commandOf(postmaster());
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    /** Every process of it. */
    void kill() throws IOException {
        List<ProcessHandle> all = ProcessHandle.of(postmaster()).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants())).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(process -> process.onExit().join());
    }

    /** As it was started the first time: it refuses to run for root, unless as nobody in a namespace of its own. */
    void start() throws IOException {
        List<String> again = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            again.addAll(List.of("unshare", "-U"));
        }
        again.addAll(command);
        new ProcessBuilder(again).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(data.resolveSibling("postgres.log").toFile())).start();
        Awaitility.await().atMost(START).until(this::answers);
    }

    private long postmaster() throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).trim());
    }

    private static List<String> commandOf(long pid) throws IOException {
        String line = Files.readString(Path.of("/proc", String.valueOf(pid), "cmdline"), StandardCharsets.UTF_8);
        return List.of(line.split("\0"));
    }

    private boolean answers() {
        try (var connection = DriverManager.getConnection(url())) {
            return connection.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}
