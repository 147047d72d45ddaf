package io.eidroutes.broker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/** How many messages wait on our queues in the embedded broker; another broker has metrics of its own. */
final class QueueDepths {

    private QueueDepths() {
    }

    static void measure(EmbeddedActiveMQ broker, JmsSettings settings, MeterRegistry meters) {
        settings.doors().forEach(queue -> count(queue, broker, meters));
        count(settings.deadLetters(), broker, meters);
        count(settings.expired(), broker, meters);
    }

    private static void count(String name, EmbeddedActiveMQ broker, MeterRegistry meters) {
        Gauge.builder("eid.queue.messages", () -> messages(name, broker)).tag("queue", name)
                .description("Messages that wait on a queue of the embedded broker").register(meters);
    }

    /** A queue is made with its first message or consumer. */
    private static double messages(String name, EmbeddedActiveMQ broker) {
        Queue queue = broker.getActiveMQServer().locateQueue(name);
        return queue == null ? 0 : queue.getMessageCount();
    }
}
