package io.eidroutes.faults;

import io.eidroutes.RunningJar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One process of the bundle, in a folder of its own, that is killed and started again. */
final class Node implements AutoCloseable {

    private final Path folder;
    private final String endpoint;
    private final List<String> settings;
    private volatile RunningJar jar;

    /** @param settings the same at each start */
    Node(Path folder, String endpoint, List<String> settings) throws IOException {
        this.folder = folder;
        this.endpoint = endpoint;
        this.settings = new ArrayList<>(settings);
        start();
    }

    void start() throws IOException {
        jar = RunningJar.start(folder, endpoint, settings.toArray(String[]::new));
    }

    void kill() throws InterruptedException {
        jar.kill();
    }

    /** Where it listens, or listened before it was killed. */
    int port() {
        return jar.port();
    }

    int managementPort() {
        return jar.managementPort();
    }

    Path folder() {
        return folder;
    }

    String log() {
        return jar.log();
    }

    @Override
    public void close() {
        jar.close();
    }
}
