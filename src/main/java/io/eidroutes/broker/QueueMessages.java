package io.eidroutes.broker;

import io.eidroutes.delivery.DeliveryProperties;
import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.delivery.ReturnAddress;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import jakarta.jms.JMSException;
import jakarta.jms.Session;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Variable;
import org.apache.camel.component.jms.JmsConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jms.connection.SessionProxy;
import org.springframework.jms.core.JmsTemplate;

/** The steps of {@code routes/delivery/send-to-queue.camel.yaml}. */
public final class QueueMessages {

    private static final Logger LOG = LoggerFactory.getLogger(QueueMessages.class);

    private final JmsTemplate broker;
    private final JmsSettings settings;
    private final DeliverySettings delivery;
    private final boolean artemis;

    /** @param artemis whether the broker can be asked for a queue */
    QueueMessages(JmsTemplate broker, JmsSettings settings, DeliverySettings delivery, boolean artemis) {
        this.artemis = artemis;
        this.broker = broker;
        this.settings = settings;
        this.delivery = delivery;
    }

    /**
     * Variable out: {@code address}, the queue of the client's settings.
     *
     * @throws Failure transport {@code EID-BROKER-UNREACHABLE}: it was taken out of the settings; the operator may put it
     *                 back until the deadline
     */
    public void addressClient(Exchange exchange, @Variable("client") String client) {
        String queue = delivery.queues().get(client);
        if (queue == null) {
            throw unreachable();
        }
        exchange.setVariable("address", queue);
    }

    /**
     * The answer for a temporary queue that is gone goes to the answer queue, with the property EID_Reply_To_Gone. Only
     * Artemis in its own protocol can be asked; on another broker the answer is put where the caller wanted it.
     */
    public void findQueue(Exchange exchange, @Variable("channel") String channel, @Variable("address") String address) {
        if (artemis && ReturnAddress.TEMPORARY_QUEUE.equals(channel) && !stands(address)) {
            LOG.warn("A caller's temporary queue is gone: its answer goes to queue {}", settings.answerQueue());
            exchange.setVariable("address", settings.answerQueue());
            exchange.setVariable("replyToGone", address);
        }
    }

    private boolean stands(String queue) {
        return Boolean.TRUE.equals(broker.execute(session -> {
            Session own = session instanceof SessionProxy proxy ? proxy.getTargetSession() : session;
            return own instanceof ActiveMQSession known && isTemporary(known.getCoreSession(), queue);
        }));
    }

    private static boolean isTemporary(ClientSession session, String queue) throws JMSException {
        try {
            ClientSession.QueueQuery found = session.queueQuery(SimpleString.of(queue));
            return found.isExists() && found.isTemporary();
        } catch (ActiveMQException e) {
            throw new JMSException("The broker could not be asked for a queue");
        }
    }

    /**
     * The headers that become the message's. In: variables {@code address}, {@code correlation} (where there is one),
     * {@code properties} (a {@link DeliveryProperties}) or {@code messageProperties}.
     */
    public void write(Exchange exchange, @Variable("address") String address, @Variable("correlation") String correlation,
            @Variable("properties") DeliveryProperties properties,
            @Variable("messageProperties") Map<String, String> messageProperties,
            @Variable("replyToGone") String replyToGone) {
        Message message = exchange.getMessage();
        message.setHeader(JmsConstants.JMS_DESTINATION_NAME, address);
        if (correlation != null) {
            message.setHeader(JmsConstants.JMS_HEADER_CORRELATION_ID, correlation);
        }
        if (properties != null) {
            properties.byName().forEach((name, value) -> message.setHeader(name.replace('-', '_'), value));
        }
        if (messageProperties != null) {
            messageProperties.forEach(message::setHeader);
        }
        if (replyToGone != null) {
            message.setHeader("EID_Reply_To_Gone", replyToGone);
        }
    }

    /** @throws Failure transport {@code EID-BROKER-UNREACHABLE} */
    public void raise() {
        throw unreachable();
    }

    private static Failure unreachable() {
        return Failure.of(Family.TRANSPORT, "EID-BROKER-UNREACHABLE");
    }
}
