package io.eidroutes.broker;

import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Failures;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Clock;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.core.JmsTemplate;

/**
 * What becomes of a message that failed: it is delivered once more, or it goes to the dead letters with the reason and its
 * sender gets a problem document. Both are sent in the transaction that takes the message from its queue.
 */
public final class RefusedMessages {

    /** What we write into a dead letter begins so. */
    static final String OURS = "EID_";
    static final String ORIGINAL_QUEUE = "EID_Original_Queue";
    static final String ORIGINAL_ID = "EID_Original_Message_Id";
    static final String FAILED_AT = "EID_Failed_At";
    static final String FAMILY = "EID_Failure_Family";
    static final String CODE = "EID_Failure_Code";
    /** By which the failure is found in the log. */
    static final String FAILURE_ID = "EID_Failure_Id";

    private static final Logger LOG = LoggerFactory.getLogger(RefusedMessages.class);
    private static final String DELIVERIES = "JMSXDeliveryCount";

    private final JmsTemplate broker;
    private final JmsSettings settings;
    private final Clock clock;

    RefusedMessages(JmsTemplate broker, JmsSettings settings, Clock clock) {
        this.broker = broker;
        this.settings = settings;
        this.clock = clock;
    }

    /** Variable out: {@code triesLeft}, whether the message may be delivered once more. */
    public void countTries(Exchange exchange, @Variable("message") Message message) throws JMSException {
        exchange.setVariable("triesLeft", message.getIntProperty(DELIVERIES) < settings.redelivery().attempts());
    }

    /**
     * Puts the message as it came on the queue of dead letters, with the properties EID_Failure_Family, EID_Failure_Code,
     * EID_Failure_Id, EID_Failed_At (ISO 8601), EID_Original_Queue and EID_Original_Message_Id.
     */
    public void bury(@Variable("message") Message message, @Variable("failureSummary") FailureSummary why,
            @Variable("queue") String queue, @Variable(Failures.ID) String id) throws JMSException {
        Map<String, Object> properties = properties(message);
        properties.put(FAMILY, why.family().label());
        properties.put(CODE, why.code());
        properties.put(FAILURE_ID, id);
        properties.put(FAILED_AT, clock.instant().toString());
        properties.put(ORIGINAL_QUEUE, queue);
        if (message.getJMSMessageID() != null) {
            properties.put(ORIGINAL_ID, message.getJMSMessageID());
        }
        write(message, properties);
        broker.send(settings.deadLetters(), session -> message);
        LOG.warn("A message of queue {} was refused: {} {}; it is on queue {}", queue, why.family().label(), why.code(),
                settings.deadLetters());
    }

    /** The properties of a message but those that only a broker writes and those of ours. */
    static Map<String, Object> properties(Message message) throws JMSException {
        Map<String, Object> properties = new LinkedHashMap<>();
        Enumeration<?> names = message.getPropertyNames();
        while (names.hasMoreElements()) {
            String name = (String) names.nextElement();
            if (!name.startsWith("JMSX") && !name.startsWith("JMS_") && !name.startsWith(OURS)) {
                properties.put(name, message.getObjectProperty(name));
            }
        }
        return properties;
    }

    /** Gives a received message, whose properties cannot be written, other ones. */
    static void write(Message message, Map<String, Object> properties) throws JMSException {
        message.clearProperties();
        for (Map.Entry<String, Object> property : properties.entrySet()) {
            message.setObjectProperty(property.getKey(), property.getValue());
        }
    }

    /** Body out: the problem document. Variable out: {@code messageProperties}, what a program tells it by. */
    public byte[] answer(Exchange exchange, @Variable("failureSummary") FailureSummary why, @Variable("problem") byte[] problem,
            @Variable(Failures.ID) String id) {
        exchange.setVariable("messageProperties", Map.of("EID_Problem", "true", FAILURE_ID, id, FAMILY, why.family().label(), CODE, why.code(),
                "EID_Failure_Kind", why.kind().label(), "EID_Retryable", String.valueOf(why.retryable())));
        return problem;
    }

    /** The dead letter says why; that its sender does not know changes nothing. */
    public void leaveUnanswered(@Variable("address") String address) {
        LOG.error("The sender of a refused message could not be told: queue {} does not take the answer", address);
    }
}
