package io.eidroutes.broker;

import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Violation;
import jakarta.jms.Destination;
import jakarta.jms.JMSException;
import jakarta.jms.Queue;
import jakarta.jms.TemporaryQueue;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which queues a request may have its answer put on. Whoever can reach a door must not make us write to a queue that it
 * could not write to itself: not to our own, and only to those of the setting.
 */
final class QueueNames {

    /** No {@code ::} (Artemis: a queue of another address), no {@code ?} (parameters), no wildcards. */
    private static final Pattern NAME = Pattern.compile("(?!.*::)[A-Za-z0-9][A-Za-z0-9._/:-]{0,199}");

    private final List<String> own;
    private final List<String> allowed;
    private final boolean temporariesAreKnown;

    /**
     * @param ours                further queues that we write to and no caller may
     * @param temporariesAreKnown the broker is asked for a temporary queue before an answer is put there; else a caller
     *                            could call any queue temporary
     */
    QueueNames(JmsSettings settings, Set<String> ours, boolean temporariesAreKnown) {
        this.temporariesAreKnown = temporariesAreKnown;
        this.own = Stream.of(settings.doors(), List.of(settings.deadLetters(), settings.expired()), ours)
                .flatMap(Collection::stream).toList();
        this.allowed = settings.replyQueues();
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Where the answer goes that a request asks for.
     *
     * @throws Failure validation {@code not-permitted}: a topic, a queue of ours, or one that the setting does not name
     */
    ReturnAddress permit(Destination replyTo, Optional<String> correlation) throws JMSException {
        String name = replyTo instanceof Queue queue ? queue.getQueueName() : "";
        if (!isName(name) || own.contains(name)) {
            throw refused();
        }
        boolean temporary = replyTo instanceof TemporaryQueue;
        if (!(temporary && temporariesAreKnown) && allowed.stream().noneMatch(pattern -> matches(pattern, name))) {
            throw refused();
        }
        return temporary ? ReturnAddress.temporaryQueue(name, correlation) : ReturnAddress.queue(name, correlation);
    }

    private static boolean matches(String pattern, String name) {
        return pattern.endsWith("*") ? name.startsWith(pattern.substring(0, pattern.length() - 1)) : name.equals(pattern);
    }

    private static Failure refused() {
        return Failure.refused("not-permitted", List.of(Violation.of("", "reply-queue",
                "JMSReplyTo must be a queue that answers may be put on.")));
    }
}
