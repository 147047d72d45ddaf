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
        return NodesTest.NODES.a();
    }

    static Node b() {
        return NodesTest.NODES.b();
    }

    /** One more node. */
    static Node start(String... settings) {
        return NodesTest.NODES.start(Duration.ZERO, settings);
    }

    static JdbcClient database() {
        return NodesTest.NODES.database();
    }

    static SmevSimulator smev() {
        return NodesTest.NODES.smev();
    }

    static String session() {
        return UUID.randomUUID().toString();
    }
}
