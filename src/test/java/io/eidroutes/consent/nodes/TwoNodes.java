package io.eidroutes.consent.nodes;

import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.smev.SmevSimulator;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two applications on one PostgreSQL whose clocks are a minute apart, which is longer than a lease. They have one NodeID, but only {@link #b} polls it
 * after its start; and they ask the store for work and answers so seldom that all they know of each other is told. Only {@link #b} polls for silent nodes.
 */
final class TwoNodes implements BeforeAllCallback, AfterAllCallback {

    static final String FOREIGN_QUEUE = "smev.foreign";

    private Running running;

    private static final class Running {

        private final Simulators simulators = Simulators.start(0);
        private final EmbeddedPostgres server;
        private final String store;
        private final Node a;
        private final Node b;

        private Running() {
            try {
                server = EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            store = server.getJdbcUrl("postgres", "postgres");
            a = start(Duration.ofSeconds(-30), "--eid.smev.node-id=shared", "--eid.smev.poll-idle=1h", "--eid.smev.pollers=1",
                    "--eid.consent.dispatch.workers=1", "--eid.smev.adopt-after=1h");
            b = start(Duration.ofSeconds(30), "--eid.smev.node-id=shared", "--eid.smev.poll-idle=50ms", "--eid.smev.adopt-after=2s",
                    "--eid.consent.foreign-answers=forward", "--eid.consent.foreign-queue=" + FOREIGN_QUEUE);
        }

        private Node start(Duration clockOff, String... settings) {
            return Node.start(store, simulators.smevEndpoint(), clockOff, Stream.concat(Stream.of(
                    "--eid.consent.dispatch.interval=1h", "--eid.consent.dispatch.retry-first=20ms", "--eid.consent.dispatch.lease=55s",
                    "--eid.smev.http.response-timeout=20s"), Stream.of(settings)).toArray(String[]::new));
        }

        private void close() throws IOException {
            a.close();
            b.close();
            simulators.close();
            server.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (running == null) {
            running = new Running();
        }
    }

    /** After the outer class: the nested ones share them. */
    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (context.getRequiredTestClass().getEnclosingClass() == null) {
            running.close();
        }
    }

    Node a() {
        return running.a;
    }

    Node b() {
        return running.b;
    }

    Node start(Duration clockOff, String... settings) {
        return running.start(clockOff, settings);
    }

    JdbcClient database() {
        return JdbcClient.create(running.server.getPostgresDatabase());
    }

    SmevSimulator smev() {
        return running.simulators.smev();
    }
}
