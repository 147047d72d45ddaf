package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.store.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five pollers of a queue that by themselves would look once an hour. */
class SmevPollersTest {

    private static final int POLLERS = 5;
    private static final Duration HOUR = Duration.ofHours(1);

    @TempDir
    Path folder;

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final AtomicInteger polls = new AtomicInteger();
    private final Set<String> takers = ConcurrentHashMap.newKeySet();
    private TestDatabase database;

    @BeforeEach
    void open() {
        database = TestDatabase.h2(folder.resolve("store"));
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        database.close();
    }

    @Test
    void whenTheQueueIsLongThenAllPollersTakeFromIt() throws Exception {
        start(() -> takers.size() < POLLERS).now();

        await().until(() -> takers.size() == POLLERS);
    }

    @Test
    void whenThereIsOneMessageThenNoOtherPollerIsCalled() throws Exception {
        start(takers::isEmpty).now();

        await().until(() -> polls.get() == 2);
        await().during(Duration.ofMillis(300)).until(() -> polls.get() == 2);
        assertThat(takers).hasSize(1);
    }

    @Test
    void whenTheAnswerToASilentNodeCannotBeTakenThenItsQueueIsAskedAfterAPause() throws Exception {
        SmevSettings settings = SmevSettingsSamples.with(Map.of("poll-idle", "100ms"));
        NodeStore nodes = new NodeStore(database.jdbc(), database.transactions());
        nodes.heard("gone", Duration.ofMillis(1));
        SilentNodes silent = new SilentNodes(nodes, settings);
        camel.addRoutes(new SmevPollers(settings, silent, new PollSchedule(HOUR, HOUR)));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:smev-get-response").process(exchange -> poll(exchange, () -> true));
                from("direct:receive").throwException(new IllegalStateException("not to be taken"));
            }
        });
        silent.start();
        camel.start();

        await().until(() -> polls.get() >= 3);
        await().during(Duration.ofMillis(500)).until(() -> polls.get() < 30);
        silent.stop();
    }

    /** @param more whether there is something in the queue */
    private PollSchedule start(BooleanSupplier more) throws Exception {
        SmevSettings settings = SmevSettingsSamples.with(Map.of("pollers", Integer.toString(POLLERS), "poll-idle", "1h"));
        SilentNodes none = new SilentNodes(new NodeStore(database.jdbc(), database.transactions()), settings);
        PollSchedule first = new PollSchedule(HOUR, HOUR);
        camel.addRoutes(new SmevPollers(settings, none, first));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("direct:smev-get-response").process(exchange -> poll(exchange, more));
                from("direct:receive").process(exchange -> takers.add(exchange.getFromRouteId()));
            }
        });
        camel.start();
        return first;
    }

    private void poll(Exchange exchange, BooleanSupplier more) {
        polls.incrementAndGet();
        exchange.getMessage().setBody(more.getAsBoolean() ? "a message" : null);
    }
}
