package io.eidroutes.smev;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;

/** The pollers of СМЭВ's queue. */
final class SmevPollers extends RouteBuilder {

    private final SmevSettings settings;
    private final SilentNodes silentNodes;
    private final List<PollSchedule> schedules = new ArrayList<>();

    /** @param first when the first of them polls */
    SmevPollers(SmevSettings settings, SilentNodes silentNodes, PollSchedule first) {
        this.settings = settings;
        this.silentNodes = silentNodes;
        schedules.add(first);
        // However many the others are, together they look as often as the first one does, by turns.
        Duration round = settings.pollIdle().multipliedBy(settings.pollers() - 1L);
        for (int other = 1; other < settings.pollers(); other++) {
            schedules.add(new PollSchedule(settings.pollIdle().multipliedBy(other), round, round));
        }
    }

    @Override
    public void configure() {
        for (int poller = 1; poller <= schedules.size(); poller++) {
            poll(poller, schedules.get(poller - 1));
        }
        pollSilentNodes();
    }

    /** Drains the queue without a pause while it yields; an empty queue or a failure makes it idle. */
    private void poll(int number, PollSchedule schedule) {
        String name = "poll-smev-" + number;
        bindToRegistry(name, schedule);
        from("scheduler:" + name + "?greedy=true&scheduler=#" + name)
                .routeId(name)
                .routeConfigurationId("failure")
                .description("Out: each message of the queue, one by one, to direct:receive.")
                .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, constant(false))
                .to("direct:smev-get-response")
                .filter(body().isNotNull())
                    .process(exchange -> callAnother(schedule))
                    .to("direct:receive")
                    .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, constant(true))
                .end();
    }

    /** One more with each message: as many come as the queue is long for, and none for a lone answer. */
    private void callAnother(PollSchedule finder) {
        if (finder.foundAgain()) {
            for (PollSchedule other : schedules) {
                if (other != finder && other.now()) {
                    return;
                }
            }
        }
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
                        .to("direct:receive")
                        // Not if it could not be taken: the NodeID would be asked without a pause.
                        .process(exchange -> silentNodes.again(exchange.getVariable(SmevRoutes.NODE_ID, String.class)))
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
