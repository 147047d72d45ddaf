package io.eidroutes.consent.nodes;

import io.eidroutes.simulator.smev.SmevSimulator;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several nodes through their front doors; all classes share {@link TwoNodes}. */
abstract class NodesTest {

    @RegisterExtension
    static final TwoNodes NODES = new TwoNodes();

    @BeforeEach
    void resetSimulator() {
        smev().reset();
    }

    static Node a() {
        return NODES.a();
    }

    static Node b() {
        return NODES.b();
    }

    /** One more node. */
    static Node start(String... settings) {
        return NODES.start(Duration.ZERO, settings);
    }

    static JdbcClient database() {
        return NODES.database();
    }

    static SmevSimulator smev() {
        return NODES.smev();
    }

    static String session() {
        return UUID.randomUUID().toString();
    }
}
