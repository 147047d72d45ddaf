package io.eidroutes.broker;

import io.eidroutes.desk.DeadLetter;
import io.eidroutes.desk.DeadLetters;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.JmsException;
import org.springframework.jms.core.JmsTemplate;
import org.springframework.scheduling.annotation.Scheduled;

/** The messages on the queues of dead letters and of expired ones, for an operator. */
public final class DeadMessages implements DeadLetters {

    private static final Logger LOG = LoggerFactory.getLogger(DeadMessages.class);
    /** Where Artemis took a message from that it gave up or that expired. */
    private static final String ARTEMIS_ORIGINAL = "_AMQ_ORIG_ADDRESS";
    private static final long FOUND_WITHIN_MILLIS = 1000;

    private final JmsTemplate broker;
    private final JmsSettings settings;
    private final Clock clock;

    /** @param broker with transacted sessions */
    DeadMessages(JmsTemplate broker, JmsSettings settings, Clock clock) {
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String place() {
        return "jms";
    }

    /** At most so many, in the order of their queues, refused ones before expired ones. */
    @Override
    public List<DeadLetter> list(int max) {
        List<DeadLetter> all = new ArrayList<>();
        for (String queue : queues()) {
            broker.browse(queue, (session, browser) -> {
                addAll(queue, browser, max, all);
                return null;
            });
        }
        return List.copyOf(all);
    }

    private static void addAll(String queue, QueueBrowser browser, int max, List<DeadLetter> all) throws JMSException {
        Enumeration<?> messages = browser.getEnumeration();
        while (all.size() < max && messages.hasMoreElements()) {
            Message message = (Message) messages.nextElement();
            Map<String, String> about = new TreeMap<>();
            about.put("queue", queue);
            original(message).ifPresent(from -> about.put("original-queue", from));
            text(message, RefusedMessages.ORIGINAL_ID).ifPresent(id -> about.put("original-message-id", id));
            text(message, RefusedMessages.FAMILY).ifPresent(family -> about.put("failure-family", family));
            all.add(new DeadLetter(String.valueOf(message.getJMSMessageID()), since(message),
                    text(message, RefusedMessages.CODE).orElse(""), about));
        }
    }

    /**
     * Puts a message back on the queue it came from, with its own properties. Its JMSMessageID is a new one, so the old
     * one becomes its IdempotencyKey and its correlation id, where it has none: it stays the same request.
     *
     * @return false if it is not there any more, or came from no queue of ours
     */
    @Override
    public boolean putBack(String id) {
        return withMessage(id, (session, message) -> {
            Optional<String> from = original(message).filter(queue -> settings.doors().contains(queue));
            if (from.isEmpty()) {
                return false;
            }
            String originalId = text(message, RefusedMessages.ORIGINAL_ID).orElse(id);
            Map<String, Object> properties = RefusedMessages.properties(message);
            properties.keySet().removeIf(name -> name.startsWith("_AMQ_"));
            properties.putIfAbsent("IdempotencyKey", originalId);
            RefusedMessages.write(message, properties);
            if (message.getJMSCorrelationID() == null) {
                message.setJMSCorrelationID(originalId);
            }
            try (var producer = session.createProducer(session.createQueue(from.get()))) {
                producer.send(message);
            }
            return true;
        });
    }

    /** Forgets a message; false if it is not there any more. */
    @Override
    public boolean drop(String id) {
        return withMessage(id, (session, message) -> true);
    }

    private boolean withMessage(String id, Deed deed) {
        String selector = "JMSMessageID = '" + id.replace("'", "''") + "'";
        return queues().stream().anyMatch(queue -> Boolean.TRUE.equals(broker.execute(session -> {
            try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue), selector)) {
                Message message = consumer.receive(FOUND_WITHIN_MILLIS);
                boolean done = message != null && deed.isDone(session, message);
                if (done) {
                    session.commit();
                } else {
                    session.rollback();
                }
                return done;
            }
        }, true)));
    }

    /** Drops what was sent longer ago than messages are kept. */
    @Scheduled(initialDelayString = "10m", fixedDelayString = "10m")
    void eraseOld() {
        long before = clock.instant().minus(settings.keep()).toEpochMilli();
        try {
            int erased = 0;
            for (String queue : queues()) {
                erased += broker.execute(session -> erase(session, queue, "JMSTimestamp < " + before), true);
            }
            if (erased > 0) {
                LOG.info("Over their time: {} dead letters and expired messages", erased);
            }
        } catch (JmsException e) {
            LOG.warn("Old dead letters wait for the broker: {}", e.getClass().getName());
        }
    }

    private static int erase(Session session, String queue, String selector) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue), selector)) {
            int erased = 0;
            while (consumer.receive(FOUND_WITHIN_MILLIS) != null) {
                session.commit();
                erased++;
            }
            return erased;
        }
    }

    private List<String> queues() {
        return List.of(settings.deadLetters(), settings.expired());
    }

    private static Optional<String> original(Message message) throws JMSException {
        return text(message, RefusedMessages.ORIGINAL_QUEUE).or(() -> {
            try {
                return text(message, ARTEMIS_ORIGINAL);
            } catch (JMSException e) {
                return Optional.empty();
            }
        });
    }

    private static Optional<String> text(Message message, String property) throws JMSException {
        return Optional.ofNullable(message.getObjectProperty(property)).map(Object::toString);
    }

    private static Instant since(Message message) throws JMSException {
        try {
            return Instant.parse(text(message, RefusedMessages.FAILED_AT).orElse(""));
        } catch (DateTimeException notOurs) {
            return Instant.ofEpochMilli(message.getJMSTimestamp());
        }
    }

    /** What is done with a message in the transaction that takes it from its queue. */
    private interface Deed {
        boolean isDone(Session session, Message message) throws JMSException;
    }
}
