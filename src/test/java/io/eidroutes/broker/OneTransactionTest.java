package io.eidroutes.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.access.AccessSettings;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Kind;
import io.eidroutes.trace.Traces;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/** What is sent while a message is handled is there once, however often the message is rolled back before. */
class OneTransactionTest {

    private static final String BROKER = "vm://4711";

    private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private CachingConnectionFactory connections;

    @BeforeEach
    void start() throws Exception {
        broker.setConfiguration(new ConfigurationImpl().setPersistenceEnabled(false).setSecurityEnabled(false)
                .addAcceptorConfiguration("vm", BROKER)).start();
        connections = new CachingConnectionFactory(new ActiveMQConnectionFactory(BROKER));
        connections.setCacheConsumers(false);
    }

    @AfterEach
    void stop() throws Exception {
        camel.stop();
        connections.destroy();
        broker.stop();
    }

    @Test
    void whenAMessageIsRolledBackAfterItWasAnsweredThenTheAnswerAndTheDeadLetterAreThereOnce() throws Exception {
        JmsSettings settings = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("eid.jms", JmsSettings.class);
        RefusedMessages refused = new RefusedMessages(new JmsTemplate(connections), settings, Clock.systemUTC());
        MessageDoor door = new MessageDoor(settings, Set.of(), true, Clock.systemUTC(), Traces.none());
        FailureSummary why = new FailureSummary(Family.VALIDATION, "malformed-json", Kind.PARTNER, false);
        camel.addComponent("jms", new BrokerConfiguration().jms(connections, settings, new AccessSettings(Map.of())));
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("jms:in?transacted=true&lazyCreateTransactionManager=false&cacheLevelName=CACHE_CONSUMER&mapJmsMessage=false")
                        .setVariable("delivery", simple("${header.JMSXDeliveryCount}", Integer.class))
                        .process(door::keep)
                        .process(exchange -> refused.bury(exchange.getVariable("message", jakarta.jms.Message.class), why, "in", "id"))
                        .setBody(constant("answer"))
                        .to("jms:answers?jmsMessageType=Text")
                        .choice().when(simple("${variable.delivery} < 3")).markRollbackOnly().end();
            }
        });
        camel.start();
        try (BrokerClient client = BrokerClient.of(BROKER)) {
            client.send("in", client.text("{"));

            assertThat(client.only("answers").getBody(String.class)).isEqualTo("answer");
            assertThat(client.only("DLQ").getStringProperty("EID_Failure_Code")).isEqualTo("malformed-json");
            assertThat(client.isEmpty("in")).isTrue();
        }
    }
}
