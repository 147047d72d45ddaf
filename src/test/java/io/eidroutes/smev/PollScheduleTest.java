package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Polls of a queue that would come once an hour. */
class PollScheduleTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final AtomicInteger polls = new AtomicInteger();

    @AfterEach
    void stop() {
        camel.stop();
    }

    @Test
    void whenAClaimWasSentThenThePollsComeSoonAndAgain() throws Exception {
        PollSchedule schedule = start(Duration.ofMillis(20));

        schedule.soon();

        await().until(() -> polls.get() >= 4);
    }

    @Test
    void whenThereIsNoPauseAfterASendingThenThePollsStillGrowRarer() throws Exception {
        PollSchedule schedule = start(Duration.ZERO);

        schedule.soon();

        await().until(() -> polls.get() >= 10);
        await().during(Duration.ofMillis(300)).until(() -> polls.get() < 30);
        assertThat(schedule.isSchedulerStarted()).isTrue();
    }

    @Test
    void whenNothingIsSentThenTheNextPollWaitsForItsHour() throws Exception {
        start(Duration.ofMillis(20));
        await().during(Duration.ofMillis(300)).until(() -> polls.get() == 0);
    }

    @Test
    void whenTheRouteIsStoppedThenNothingPollsUntilItRunsAgain() throws Exception {
        PollSchedule schedule = start(Duration.ofMillis(20));
        camel.getRouteController().stopRoute("poll");

        schedule.soon();

        await().during(Duration.ofMillis(300)).until(() -> polls.get() == 0);
        camel.getRouteController().startRoute("poll");
        schedule.soon();
        await().until(() -> polls.get() >= 2);
    }

    private PollSchedule start(Duration afterSend) throws Exception {
        PollSchedule schedule = new PollSchedule(afterSend, Duration.ofHours(1));
        camel.getRegistry().bind("pollSchedule", schedule);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("scheduler:poll?greedy=true&scheduler=#pollSchedule").routeId("poll")
                        .setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, constant(false))
                        .process(exchange -> polls.incrementAndGet());
            }
        });
        camel.start();
        return schedule;
    }
}
