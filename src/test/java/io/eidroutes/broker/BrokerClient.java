package io.eidroutes.broker;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A plain JMS client, as somebody else's program is one. */
public final class BrokerClient implements AutoCloseable {

    private static final long SOON = 20_000;
    private static final long NOTHING_MORE = 300;

    private final Connection connection;
    private final Session session;

    private BrokerClient(ConnectionFactory broker) throws JMSException {
        connection = broker.createConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
    }

    /** @param url for instance {@code vm://0}, the first embedded broker of this process */
    public static BrokerClient of(String url) throws JMSException {
        return new BrokerClient(new ActiveMQConnectionFactory(url));
    }

    public Session session() {
        return session;
    }

    public TextMessage text(Object body) throws JMSException {
        return session.createTextMessage(body.toString());
    }

    public Queue queue(String name) throws JMSException {
        return session.createQueue(name);
    }

    public void send(String queue, Message message) throws JMSException {
        try (MessageProducer producer = session.createProducer(queue(queue))) {
            producer.send(message);
        }
    }

    /** The next message of a queue. */
    public Message next(Queue queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(queue)) {
            Message message = consumer.receive(SOON);
            assertThat(message).as("a message on %s", queue).isNotNull();
            return message;
        }
    }

    /** The one message that comes to a queue. */
    public Message only(String queue) throws JMSException {
        Message message = next(queue(queue));
        assertThat(isEmpty(queue)).as("no other message on %s", queue).isTrue();
        return message;
    }

    public boolean isEmpty(String queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(queue(queue))) {
            return consumer.receive(NOTHING_MORE) == null;
        }
    }

    /** Takes away what another test left. */
    public void drain(String... queues) throws JMSException {
        for (String queue : queues) {
            try (MessageConsumer consumer = session.createConsumer(queue(queue))) {
                while (consumer.receiveNoWait() != null) {
                    // It is not ours.
                }
            }
        }
    }

    @Override
    public void close() throws JMSException {
        connection.close();
    }
}
