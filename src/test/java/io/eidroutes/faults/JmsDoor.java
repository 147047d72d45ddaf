package io.eidroutes.faults;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;

/** A message in the queue of requests; the answers that came to a queue of this caller's own. */
final class JmsDoor implements Door {

    private final ActiveMQConnectionFactory broker;
    private final String requests;
    private final String replies;
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Set<String> deliveries = new HashSet<>();
    private final AtomicInteger repeated = new AtomicInteger();
    private final Thread reader;
    private volatile boolean open = true;

    JmsDoor(String url, String requests, String replies) {
        // A caller that waits for the broker to come back would not be one that hands in again.
        broker = new ActiveMQConnectionFactory(url + "?reconnectAttempts=0&callTimeout=10000");
        this.requests = requests;
        this.replies = replies;
        reader = new Thread(this::read, "answers");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public boolean submit(String key, ObjectNode claim) throws Exception {
        try (Connection connection = broker.createConnection(); Session session = connection.createSession(true, Session.SESSION_TRANSACTED)) {
            TextMessage request = session.createTextMessage(claim.toString());
            request.setStringProperty("IdempotencyKey", key);
            request.setJMSCorrelationID(key);
            request.setJMSReplyTo(session.createQueue(replies));
            session.createProducer(session.createQueue(requests)).send(request);
            session.commit();
            return true;
        }
    }

    @Override
    public Optional<String> answer(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    @Override
    public int repeated() {
        return repeated.get();
    }

    private void read() {
        while (open) {
            try (Connection connection = broker.createConnection();
                    Session session = connection.createSession(true, Session.SESSION_TRANSACTED);
                    MessageConsumer consumer = session.createConsumer(session.createQueue(replies))) {
                connection.start();
                while (open) {
                    take(consumer.receive(1000), session);
                }
            } catch (JMSException away) {
                new CompletableFuture<Void>().completeOnTimeout(null, 500, TimeUnit.MILLISECONDS).join();
            }
        }
    }

    private void take(Message message, Session session) throws JMSException {
        if (message == null) {
            return;
        }
        String body = message.getBody(String.class);
        String delivery = message.getStringProperty("EID_Delivery_Id");
        String key = message.getJMSCorrelationID();
        if (!deliveries.add(delivery)) {
            repeated.incrementAndGet();
        }
        String former = answers.putIfAbsent(key, body);
        if (former != null && !former.equals(body)) {
            throw new AssertionError("Two different answers for " + key);
        }
        // Last: a broker that is killed here may have committed, and would not bring the answer again.
        session.commit();
    }

    @Override
    public void close() throws Exception {
        open = false;
        reader.join(5000);
        broker.close();
    }
}
