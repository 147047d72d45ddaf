package io.eidroutes.broker;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * The settings {@code eid.jms}: the doors that are queues, and where answers go.
 *
 * @param consent      claims come in here
 * @param personalData requests for personal data come in here
 * @param answerQueue  where answers go whose request names no queue of its own
 * @param deadLetters  where messages go that are refused, with the reason
 * @param expired      where the broker moves messages that expired; the embedded one is told so
 * @param replyQueues  the queues that JMSReplyTo may name: names, or beginnings with {@code *} at the end
 * @param maxBytes     longest body that is taken
 * @param redelivery   what becomes of a message that fails by a trouble of ours
 * @param keep         how long dead letters and expired messages are kept
 */
@ConfigurationProperties("eid.jms")
public record JmsSettings(
        @DefaultValue Door consent,
        @DefaultValue @Name("personal-data") Door personalData,
        @DefaultValue("eid.answers") String answerQueue,
        @DefaultValue("DLQ") String deadLetters,
        @DefaultValue("ExpiryQueue") String expired,
        @DefaultValue("*") List<String> replyQueues,
        @DefaultValue("1048576") int maxBytes,
        @DefaultValue Redelivery redelivery,
        @DefaultValue("30d") Duration keep) {

    public JmsSettings {
        replyQueues = List.copyOf(replyQueues);
        List<String> queues = queues(answerQueue, deadLetters, expired, consent, personalData);
        require(queues.stream().allMatch(QueueNames::isName),
                "eid.jms: a queue has a name of at most 200 letters, digits and . _ - / :");
        require(queues.stream().distinct().count() == queues.size(), "eid.jms: each queue must have a name of its own");
        require(Stream.of(consent, personalData).allMatch(door -> door.queue().isEmpty() || door.client().isPresent()),
                "eid.jms: a door needs client, whose messages they are, where queue is set");
        require(maxBytes >= 1024, "eid.jms.max-bytes must be at least 1024");
        require(keep.compareTo(Duration.ofMinutes(1)) >= 0, "eid.jms.keep must be at least a minute");
    }

    private static List<String> queues(String answerQueue, String deadLetters, String expired, Door... doors) {
        return Stream.concat(Stream.of(answerQueue, deadLetters, expired),
                Stream.of(doors).flatMap(door -> door.queue().stream())).toList();
    }

    /** Whether these are names of queues, and none of ours. */
    boolean canHaveBeside(Set<String> others) {
        return others.stream().allMatch(QueueNames::isName)
                && Collections.disjoint(others, queues(answerQueue, deadLetters, expired, consent, personalData));
    }

    /** The queues that messages are taken from. */
    List<String> doors() {
        return Stream.of(consent, personalData).flatMap(door -> door.queue().stream()).toList();
    }

    /**
     * A door.
     *
     * @param queue     where messages come in; without it the door is off
     * @param client    whose messages they are, by its name in {@code eid.access.clients}
     * @param consumers messages that are handled at the same time
     */
    public record Door(Optional<String> queue, Optional<String> client, @DefaultValue("4") int consumers) {

        public Door {
            queue = given(queue);
            client = given(client);
            require(consumers >= 1 && consumers <= 64, "eid.jms: consumers must be from 1 to 64");
        }
    }

    /**
     * Redelivery of a message that failed by a trouble of ours, the store being away for instance. The pauses are told to
     * the embedded broker; another one has its own.
     *
     * @param first      pause before the first redelivery
     * @param multiplier by which it grows
     * @param most       the longest pause
     * @param attempts   deliveries after which the message is a dead letter
     */
    public record Redelivery(
            @DefaultValue("1s") Duration first,
            @DefaultValue("2") double multiplier,
            @DefaultValue("5m") Duration most,
            @DefaultValue("20") int attempts) {

        public Redelivery {
            require(first.toMillis() >= 1 && most.compareTo(first) >= 0,
                    "eid.jms.redelivery: first must be positive and most not less");
            require(multiplier >= 1 && multiplier <= 10, "eid.jms.redelivery.multiplier must be from 1 to 10");
            require(attempts >= 1, "eid.jms.redelivery.attempts must be at least 1");
        }
    }

    private static Optional<String> given(Optional<String> value) {
        return value == null ? Optional.empty() : value.filter(text -> !text.isBlank());
    }

    private static void require(boolean holds, String sentence) {
        if (!holds) {
            throw new IllegalArgumentException(sentence);
        }
    }
}
