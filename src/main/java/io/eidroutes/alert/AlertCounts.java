package io.eidroutes.alert;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;

/**
 * {@code eid_alerts_total{channel,outcome}}: {@code sent} (a way took a message), {@code failed} (it did not, and is tried
 * again), {@code lost} (the process ended before), {@code grouped} (a failure that a later message counts), {@code nowhere}
 * (a failure whose channel has neither queue nor webhook).
 */
final class AlertCounts {

    private static final List<String> OUTCOMES = List.of("sent", "failed", "lost", "grouped", "nowhere");

    private final MeterRegistry meters;

    AlertCounts(MeterRegistry meters) {
        this.meters = meters;
        for (AlertChannel channel : AlertChannel.values()) {
            OUTCOMES.forEach(outcome -> counter(channel, outcome));
        }
    }

    void sent(AlertChannel channel) {
        count(channel, "sent");
    }

    void failed(AlertChannel channel) {
        count(channel, "failed");
    }

    void lost(AlertChannel channel) {
        count(channel, "lost");
    }

    void grouped(AlertChannel channel) {
        count(channel, "grouped");
    }

    void nowhere(AlertChannel channel) {
        count(channel, "nowhere");
    }

    private void count(AlertChannel channel, String outcome) {
        counter(channel, outcome).increment();
    }

    private Counter counter(AlertChannel channel, String outcome) {
        return meters.counter("eid.alerts", "channel", channel.label(), "outcome", outcome);
    }
}
