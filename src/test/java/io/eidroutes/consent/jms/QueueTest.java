package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.consent.ConsentTest;
import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import jakarta.jms.TextMessage;
import java.util.List;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisProperties;

/** The door that is a queue, as a plain JMS client of the embedded broker sees it. */
abstract class QueueTest extends ConsentTest {

    static final String CLAIMS = "eid.claims";
    static final String ANSWERS = "eid.answers";
    static final String REPLIES = "shop.replies";
    static final String DEAD = "DLQ";
    private static final long SOON = 20_000;
    private static final long NOTHING_MORE = 300;

    Connection connection;
    Session session;
    private ActiveMQConnectionFactory broker;

    @Autowired
    private ArtemisProperties artemis;

    @BeforeEach
    void connect() throws JMSException {
        broker = new ActiveMQConnectionFactory("vm://" + artemis.getEmbedded().getServerId());
        connection = anotherConnection();
        connection.start();
        session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
        for (String queue : List.of(ANSWERS, REPLIES, DEAD)) {
            try (MessageConsumer consumer = session.createConsumer(session.createQueue(queue))) {
                while (consumer.receiveNoWait() != null) {
                    // What another test left.
                }
            }
        }
    }

    @AfterEach
    void disconnect() throws JMSException {
        connection.close();
        broker.close();
    }

    Connection anotherConnection() throws JMSException {
        return broker.createConnection();
    }

    /** Sends a request whose answer is to go to {@link #REPLIES}. */
    void sendForReply(Message request) throws JMSException {
        request.setJMSReplyTo(queue(REPLIES));
        send(request);
    }

    void send(Message request) throws JMSException {
        try (MessageProducer producer = session.createProducer(queue(CLAIMS))) {
            producer.send(request);
        }
    }

    Queue queue(String name) throws JMSException {
        return session.createQueue(name);
    }

    TextMessage text(Object body) throws JMSException {
        return session.createTextMessage(body.toString());
    }

    /** The one message that comes to a queue. */
    Message only(String queue) throws JMSException {
        Message message = next(queue(queue));
        try (MessageConsumer consumer = session.createConsumer(queue(queue))) {
            assertThat(consumer.receive(NOTHING_MORE)).isNull();
        }
        return message;
    }

    Message next(Queue queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(queue)) {
            Message message = consumer.receive(SOON);
            assertThat(message).isNotNull();
            return message;
        }
    }

    boolean isEmpty(String queue) throws JMSException {
        try (MessageConsumer consumer = session.createConsumer(queue(queue))) {
            return consumer.receive(NOTHING_MORE) == null;
        }
    }

    static String body(Message message) throws JMSException {
        assertThat(message).isInstanceOf(TextMessage.class);
        return ((TextMessage) message).getText();
    }

    /** That the request had exactly one answer, a problem document, and lies in the dead letters with the reason. */
    JsonNode refused(Message request, String answers, String code) throws Exception {
        Message answer = only(answers);
        assertThat(answer.getStringProperty("EID_Problem")).isEqualTo("true");
        assertThat(answer.getStringProperty("EID_Failure_Code")).isEqualTo(code);
        assertThat(answer.getJMSCorrelationID()).isNotNull();
        JsonNode problem = JSON.readTree(body(answer));
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(body(answer)).doesNotContain("Exception", "org.", "java.", "io.eidroutes", "amel");
        Message dead = only(DEAD);
        assertThat(dead.getStringProperty("EID_Failure_Family")).isEqualTo(problem.path("family").asText());
        assertThat(dead.getStringProperty("EID_Failure_Code")).isEqualTo(code);
        assertThat(dead.getStringProperty("EID_Original_Queue")).isEqualTo(CLAIMS);
        assertThat(dead.getStringProperty("EID_Original_Message_Id")).isEqualTo(request.getJMSMessageID());
        assertThat(dead.getStringProperty("EID_Failed_At")).isNotBlank();
        return problem;
    }
}
