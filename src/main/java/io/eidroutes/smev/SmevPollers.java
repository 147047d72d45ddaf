package io.eidroutes.smev;

import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The pollers of СМЭВ's queue. */
final class SmevPollers extends RouteBuilder {

    /** One poller is enough to look whether something is there; its {@link PollSchedule} is a bean of that name. */
    private static final String HURRIED = "scheduler=#pollSchedule";

    private final SmevSettings settings;
    private final SilentNodes silentNodes;

    SmevPollers(SmevSettings settings, SilentNodes silentNodes) {
        this.settings = settings;
        this.silentNodes = silentNodes;
    }

    @Override
    public void configure() {
        for (int poller = 1; poller <= settings.pollers(); poller++) {
            poll(poller);
        }
        pollSilentNodes();
    }

    /** Drains the queue without a pause while it yields; an empty queue or a failure makes it idle. */
    private void poll(int number) {
        from("scheduler:poll-smev-" + number + "?greedy=true&" + (number == 1 ? HURRIED : regular(number)))
                .routeId("poll-smev-" + number)
                .routeConfigurationId("failure")
                .description("Out: each message of the queue, one by one, to direct:receive.")
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, constant(false))
                .to("direct:smev-get-response")
                .filter(body().isNotNull())
                    .to("direct:receive")
                    .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, constant(true))
                .end();
    }

    private String regular(int number) {
        long idle = settings.pollIdle().toMillis();
        return "delay=" + idle + "&initialDelay=" + idle * (number - 1) / settings.pollers();
    }

    /** As {@link #poll}, for the NodeIDs of silent nodes, one after the other. */
    private void pollSilentNodes() {
        from("scheduler:poll-smev-for-others?greedy=true&delay=" + settings.pollIdle().toMillis())
                .routeId("poll-smev-for-others")
                .routeConfigurationId("failure")
                .description("Out: each message in the queues of silent nodes, one by one, to direct:receive.")
                .process(this::takeTurn)
                .filter(variable(SmevRoutes.NODE_ID).isNotNull())
                    .to("direct:smev-get-response")
                    .filter(body().isNotNull())
                        .process(exchange -> silentNodes.again(exchange.getVariable(SmevRoutes.NODE_ID, String.class)))
                        .to("direct:receive")
                    .end()
                .end();
    }

    /** There is no pause until each silent node had its turn. */
    private void takeTurn(Exchange exchange) {
        Optional<String> turn = silentNodes.next();
        turn.ifPresent(nodeId -> exchange.setVariable(SmevRoutes.NODE_ID, nodeId));
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, turn.isPresent());
    }
}
