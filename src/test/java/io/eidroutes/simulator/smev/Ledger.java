package io.eidroutes.simulator.smev;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Counts what comes. Records of messages are bounded in number; ids of accepted messages and digests of their contents
 * stay, 16 bytes each, since uniqueness is what load tests ask about.
 */
final class Ledger {

    private enum Count { SEND_REQUESTS, ACCEPTED, UNREADABLE, GET_RESPONSES, EMPTY_ANSWERS, DELIVERED, ACKS, ACKS_NOT_ACCEPTED }

    private final Map<Count, Long> counts = new EnumMap<>(Count.class);
    private final Map<String, Long> refusals = new TreeMap<>();
    private final Map<String, Entry> messages = new LinkedHashMap<>();
    private final Set<UUID> accepted = new HashSet<>();
    private final Map<UUID, Integer> contents = new HashMap<>();

    private static final class Entry {
        private final UUID bytes;
        private final Instant receivedAt = Instant.now();
        private final List<String> refusals = new ArrayList<>();
        private int count;
        private boolean identical = true;
        private boolean accepted;
        private Optional<String> eol = Optional.empty();
        private Optional<String> nodeId = Optional.empty();
        private boolean testMessage;
        private Optional<String> schema = Optional.empty();
        private Optional<String> signatureMethod = Optional.empty();
        private Optional<String> contentDigest = Optional.empty();

        private Entry(UUID bytes) {
            this.bytes = bytes;
        }
    }

    synchronized void sendRequest(String messageId, byte[] body, int keep) {
        count(Count.SEND_REQUESTS);
        UUID bytes = digest(body);
        Entry entry = messages.computeIfAbsent(messageId, id -> new Entry(bytes));
        entry.count++;
        entry.identical &= entry.bytes.equals(bytes);
        Iterator<String> oldest = messages.keySet().iterator();
        while (messages.size() > keep) {
            oldest.next();
            oldest.remove();
        }
    }

    synchronized void form(String messageId, String schema, String signatureMethod) {
        Optional.ofNullable(messages.get(messageId)).ifPresent(entry -> {
            entry.schema = Optional.of(schema);
            entry.signatureMethod = Optional.of(signatureMethod);
        });
    }

    synchronized void details(String messageId, Optional<String> eol, Optional<String> nodeId, boolean testMessage) {
        Optional.ofNullable(messages.get(messageId)).ifPresent(entry -> {
            entry.eol = eol;
            entry.nodeId = nodeId;
            entry.testMessage = testMessage;
        });
    }

    synchronized void refused(String messageId, String fault) {
        refused(fault);
        Optional.ofNullable(messages.get(messageId)).ifPresent(entry -> entry.refusals.add(fault));
    }

    synchronized void refused(String fault) {
        refusals.merge(fault, 1L, Long::sum);
    }

    synchronized boolean isAccepted(UUID messageId) {
        return accepted.contains(messageId);
    }

    /** False where a message with this id was accepted before. */
    synchronized boolean accept(UUID messageId, byte[] content) {
        if (!accepted.add(messageId)) {
            return false;
        }
        count(Count.ACCEPTED);
        UUID digest = digest(content);
        contents.merge(digest, 1, Integer::sum);
        Optional.ofNullable(messages.get(messageId.toString())).ifPresent(entry -> {
            entry.accepted = true;
            entry.contentDigest = Optional.of(digest.toString());
        });
        return true;
    }

    synchronized void unreadable() {
        count(Count.UNREADABLE);
    }

    synchronized void getResponse(boolean delivered) {
        count(Count.GET_RESPONSES);
        count(delivered ? Count.DELIVERED : Count.EMPTY_ANSWERS);
    }

    synchronized void ack(boolean acceptedBySender) {
        count(Count.ACKS);
        if (!acceptedBySender) {
            count(Count.ACKS_NOT_ACCEPTED);
        }
    }

    synchronized Received received(int queued) {
        Map<String, Integer> repeated = new TreeMap<>();
        contents.forEach((digest, times) -> {
            if (times > 1) {
                repeated.put(digest.toString(), times);
            }
        });
        return new Received(
                new Received.Totals(of(Count.SEND_REQUESTS), of(Count.ACCEPTED), new TreeMap<>(refusals), of(Count.UNREADABLE),
                        of(Count.GET_RESPONSES), of(Count.EMPTY_ANSWERS), of(Count.DELIVERED), of(Count.ACKS),
                        of(Count.ACKS_NOT_ACCEPTED)),
                messages.keySet().stream().map(this::message).flatMap(Optional::stream).toList(),
                contents.size(), repeated, queued);
    }

    synchronized Optional<Received.Message> message(String messageId) {
        return Optional.ofNullable(messages.get(messageId)).map(entry -> new Received.Message(messageId, entry.count,
                entry.identical, entry.accepted, entry.eol, entry.nodeId, entry.testMessage, entry.receivedAt,
                entry.schema, entry.signatureMethod, entry.contentDigest, List.copyOf(entry.refusals)));
    }

    /** Drops the records; ids, digests and counts stay. */
    synchronized void forgetMessages() {
        messages.clear();
    }

    synchronized void clear() {
        counts.clear();
        refusals.clear();
        messages.clear();
        accepted.clear();
        contents.clear();
    }

    private void count(Count what) {
        counts.merge(what, 1L, Long::sum);
    }

    private long of(Count what) {
        return counts.getOrDefault(what, 0L);
    }

    /** The first half of SHA-256, in a form that is cheap to keep by the million. */
    private static UUID digest(byte[] bytes) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
