package io.eidroutes.consent;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Notes which answers were handed to their callers, and writes it down in batches. A note that is lost with the
 * process leaves the claim {@code answered}: it can be fetched again, with the same delivery id.
 */
final class Deliveries {

    private static final int BATCH = 500;

    private final DeliveryQueue queue;
    private final ConcurrentLinkedQueue<UUID> noted = new ConcurrentLinkedQueue<>();

    Deliveries(DeliveryQueue queue) {
        this.queue = queue;
    }

    void delivered(UUID claim) {
        noted.add(claim);
    }

    /** Writes down what was noted since the last time. */
    void write() {
        List<UUID> batch = new ArrayList<>();
        for (UUID claim = noted.poll(); claim != null; claim = noted.poll()) {
            batch.add(claim);
            if (batch.size() == BATCH) {
                queue.delivered(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            queue.delivered(batch);
        }
    }
}
