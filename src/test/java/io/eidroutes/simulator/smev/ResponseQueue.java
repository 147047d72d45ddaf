package io.eidroutes.simulator.smev;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** The queue of answers: split by NodeID, filtered by the root of the request, each message there until its Ack. */
final class ResponseQueue {

    /** @param nodeId empty where the request had none */
    record Shelf(String namespace, String root, String nodeId) {
    }

    /** What is delivered: an answer under its own id. */
    record Delivered(String messageId, Answer answer, Instant sent) {
    }

    private static final class Entry {
        private final Delivered delivered;
        private final Shelf shelf;
        private final long sequence;
        private long visibleAt;
        private int deliveriesLeft;
        private boolean taken;

        private Entry(Delivered delivered, Shelf shelf, long sequence, long visibleAt) {
            this.delivered = delivered;
            this.shelf = shelf;
            this.sequence = sequence;
            this.visibleAt = visibleAt;
            this.deliveriesLeft = delivered.answer().deliveries();
        }
    }

    private static final Comparator<Entry> ORDER =
            Comparator.<Entry>comparingLong(entry -> entry.visibleAt).thenComparingLong(entry -> entry.sequence);

    private final Map<Shelf, TreeSet<Entry>> shelves = new HashMap<>();
    private final Map<String, Entry> byMessageId = new HashMap<>();
    private long sequence;

    synchronized void put(String messageId, Answer answer, Shelf shelf, long delayMillis) {
        Instant now = Instant.now();
        Entry entry = new Entry(new Delivered(messageId, answer, now), shelf, sequence++, now.toEpochMilli() + delayMillis);
        byMessageId.put(messageId, entry);
        shelves.computeIfAbsent(shelf, key -> new TreeSet<>(ORDER)).add(entry);
    }

    /** One message that is due; without Ack it is due again after {@code redeliverAfterMillis}. */
    synchronized Optional<Delivered> take(Optional<Shelf> typed, String nodeId, long redeliverAfterMillis) {
        long now = System.currentTimeMillis();
        Optional<Entry> due = shelves.entrySet().stream()
                .filter(shelf -> typed.map(shelf.getKey()::equals).orElse(shelf.getKey().nodeId().equals(nodeId)))
                .filter(shelf -> !shelf.getValue().isEmpty())
                .map(shelf -> shelf.getValue().first())
                .min(ORDER)
                .filter(entry -> entry.visibleAt <= now);
        due.ifPresent(entry -> {
            entry.taken = true;
            move(entry, now + redeliverAfterMillis);
        });
        return due.map(entry -> entry.delivered);
    }

    /** False where no such message was delivered. */
    synchronized boolean acknowledge(String messageId) {
        Entry entry = byMessageId.get(messageId);
        if (entry == null || !entry.taken) {
            return false;
        }
        entry.deliveriesLeft--;
        if (entry.deliveriesLeft > 0) {
            move(entry, System.currentTimeMillis());
        } else {
            byMessageId.remove(messageId);
            shelves.get(entry.shelf).remove(entry);
        }
        return true;
    }

    synchronized int size() {
        return byMessageId.size();
    }

    synchronized void clear() {
        shelves.clear();
        byMessageId.clear();
    }

    private void move(Entry entry, long visibleAt) {
        TreeSet<Entry> shelf = shelves.get(entry.shelf);
        shelf.remove(entry);
        entry.visibleAt = visibleAt;
        shelf.add(entry);
    }
}
