package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.broker.BrokerClient;
import io.eidroutes.broker.DeadMessages;
import io.eidroutes.consent.ConsentTest;
import jakarta.jms.BytesMessage;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * A broker of its own, which the application reaches by AMQP 1.0 because its URL says so; callers reach it by another
 * protocol. An application of its own therefore, and a node of its own.
 */
@TestPropertySource(properties = {"spring.artemis.mode=native", "spring.artemis.user=app", "spring.artemis.password=secret",
        "eid.smev.node-id=amqp"})
@DirtiesContext
class AmqpFaults extends ConsentTest {

    private static final EmbeddedActiveMQ BROKER = start();

    private BrokerClient client;

    @Autowired
    private ConnectionFactory connections;

    @Autowired
    private DeadMessages dead;

    @DynamicPropertySource
    static void broker(DynamicPropertyRegistry registry) {
        registry.add("spring.artemis.broker-url", () -> "amqp://127.0.0.1:" + port("amqp"));
    }

    private static EmbeddedActiveMQ start() {
        try {
            return new EmbeddedActiveMQ().setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false)
                    .setSecurityEnabled(false)
                    .addAcceptorConfiguration("amqp", "tcp://127.0.0.1:0?protocols=AMQP")
                    .addAcceptorConfiguration("core", "tcp://127.0.0.1:0?protocols=CORE")).start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static int port(String acceptor) {
        return ((NettyAcceptor) BROKER.getActiveMQServer().getRemotingService().getAcceptor(acceptor)).getActualPort();
    }

    @BeforeEach
    void connect() throws Exception {
        client = BrokerClient.of("tcp://127.0.0.1:" + port("core"));
    }

    @AfterEach
    void disconnect() throws Exception {
        client.close();
    }

    @Test
    void whenTheBrokerSpeaksAmqpThenClaimsAreTakenAndAnsweredByIt() throws Exception {
        TextMessage request = client.text(example());
        request.setJMSCorrelationID("order-20");
        request.setJMSReplyTo(client.queue("shop.replies"));
        client.send("eid.claims", request);

        Message answer = client.only("shop.replies");

        assertThat(((CachingConnectionFactory) connections).getTargetConnectionFactory()).isInstanceOf(JmsConnectionFactory.class);
        assertThat(((TextMessage) answer).getText()).isEqualTo(SUCCEEDED);
        assertThat(answer.getJMSCorrelationID()).isEqualTo("order-20");
        assertThat(answer.getStringProperty("EID_State")).isEqualTo("answered");
        BytesMessage bytes = client.session().createBytesMessage();
        bytes.writeBytes(example().toString().getBytes(StandardCharsets.UTF_8));
        client.send("eid.claims", bytes);
        assertThat(((TextMessage) client.only("eid.answers")).getText()).isEqualTo(SUCCEEDED);
    }

    @Test
    void whenAMessageIsRefusedThenItsSenderIsToldAndTheOperatorCanDropIt() throws Exception {
        TextMessage request = client.text("{");
        client.send("eid.claims", request);

        Message answer = client.only("eid.answers");

        assertThat(answer.getStringProperty("EID_Problem")).isEqualTo("true");
        assertThat(answer.getJMSCorrelationID()).isEqualTo(request.getJMSMessageID());
        String id = Awaitility.await().until(() -> dead.list(10), found -> found.size() == 1).get(0).id();
        assertThat(dead.list(10).get(0).reason()).isEqualTo("malformed-json");
        assertThat(dead.drop(id)).isTrue();
        assertThat(client.isEmpty("DLQ")).isTrue();
    }
}
