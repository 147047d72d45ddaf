package io.eidroutes.consent.nodes;

import io.eidroutes.simulator.smev.SmevSimulator;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the behaviours of several nodes have in common. */
abstract class NodesContract {

    @BeforeEach
    void resetSimulator() {
        smev().reset();
    }

    static Node a() {
        return NodesFaults.NODES.a();
    }

    static Node b() {
        return NodesFaults.NODES.b();
    }

    /** One more node. */
    static Node start(String... settings) {
        return NodesFaults.NODES.start(Duration.ZERO, settings);
    }

    static JdbcClient database() {
        return NodesFaults.NODES.database();
    }

    static SmevSimulator smev() {
        return NodesFaults.NODES.smev();
    }

    static String session() {
        return UUID.randomUUID().toString();
    }
}
