package io.eidroutes.broker;

import io.eidroutes.WrongSetting;
import io.eidroutes.access.AccessSettings;
import io.eidroutes.alert.AlertSettings;
import io.eidroutes.delivery.DeliverySettings;
import io.eidroutes.file.Folders;
import io.eidroutes.trace.Traces;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.jms.ConnectionFactory;
import java.io.IOException;
import java.time.Clock;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.activemq.artemis.api.core.QueueConfiguration;
import org.apache.activemq.artemis.api.core.RoutingType;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.CoreAddressConfiguration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory;
import org.apache.camel.LoggingLevel;
import org.apache.camel.component.jms.JmsComponent;
import org.apache.camel.component.jms.JmsConfiguration;
import org.apache.qpid.jms.JmsConnectionFactory;
import org.apache.qpid.jms.policy.JmsDefaultPrefetchPolicy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.jms.connection.CachingConnectionFactory;
import org.springframework.jms.core.JmsTemplate;

/** The broker: what Spring Boot's embedded Artemis lacks, the component {@code jms}, and what routes do with messages. */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
class BrokerConfiguration {

    private static final String EVERY_ADDRESS = "#";
    private static final String QUEUE_NAME = "a queue needs a name that none of the queues of eid.jms has, of at most 200 letters, "
            + "digits and . _ - / :";

    /** A door for other processes, and what becomes of messages that fail or expire. */
    @Bean
    ArtemisConfigurationCustomizer embeddedBroker(BrokerSettings settings, JmsSettings jms) {
        return broker -> {
            makeJournalFolder(broker);
            settings.acceptor().ifPresent(acceptor -> accept(broker, acceptor));
            JmsSettings.Redelivery redelivery = jms.redelivery();
            broker.getAddressSettings().get(EVERY_ADDRESS)
                    .setDeadLetterAddress(SimpleString.of(jms.deadLetters()))
                    .setExpiryAddress(SimpleString.of(jms.expired()))
                    .setRedeliveryDelay(redelivery.first().toMillis())
                    .setRedeliveryMultiplier(redelivery.multiplier())
                    .setMaxRedeliveryDelay(redelivery.most().toMillis())
                    // We count, and give the reason; this is for a message that not even that can be done with.
                    .setMaxDeliveryAttempts(2 * redelivery.attempts());
            Stream.of(jms.deadLetters(), jms.expired()).forEach(queue -> broker.addAddressConfiguration(
                    new CoreAddressConfiguration().setName(queue).addRoutingType(RoutingType.ANYCAST).addQueueConfiguration(
                            QueueConfiguration.of(queue).setRoutingType(RoutingType.ANYCAST).setAddress(queue))));
        };
    }

    /** Messages lie in it as they came. */
    private static void makeJournalFolder(Configuration broker) {
        try {
            Folders.makeForOwnerAlone(broker.getJournalLocation().toPath().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new WrongSetting("spring.artemis.embedded.data-directory", "the folder cannot be made");
        }
    }

    private static void accept(Configuration broker, String acceptor) {
        try {
            broker.addAcceptorConfiguration("tcp", acceptor);
        } catch (Exception e) {
            throw new IllegalArgumentException("eid.broker.acceptor is not an address that Artemis accepts", e);
        }
    }

    /** In place of Spring Boot's, which speaks to Artemis in its own protocol. */
    @Bean
    @Conditional(SpeaksAmqp.class)
    CachingConnectionFactory jmsConnectionFactory(@Value("${spring.artemis.broker-url}") String url,
            @Value("${spring.artemis.user:#{null}}") String user, @Value("${spring.artemis.password:#{null}}") String password,
            @Value("${spring.jms.cache.session-cache-size:1}") int sessions) {
        CachingConnectionFactory cached = new CachingConnectionFactory(new JmsConnectionFactory(user, password, url));
        cached.setCacheConsumers(false);
        cached.setSessionCacheSize(sessions);
        return cached;
    }

    /**
     * One connection with a pool of sessions for all, so that what a transacted route sends is sent in the transaction in
     * which it receives.
     */
    @Bean
    JmsComponent jms(ConnectionFactory connections, JmsSettings settings, AccessSettings access) {
        Stream.of(settings.consent(), settings.personalData()).flatMap(door -> door.client().stream())
                .filter(client -> !access.clients().containsKey(client)).findFirst().ifPresent(unknown -> {
                    throw new WrongSetting("eid.jms", "a door's client is none of eid.access.clients");
                });
        takeOneByOne(connections);
        JmsConfiguration configuration = new JmsConfiguration(connections);
        // A message that is rolled back is no news: its failure has a line in the log already.
        configuration.setErrorHandlerLoggingLevel(LoggingLevel.OFF);
        configuration.setErrorHandlerLogStackTrace(false);
        return new JmsComponent(configuration);
    }

    /**
     * Messages stay with the broker until they are handled. Fetched in advance, they would wait behind a door that is paused
     * while another node is free, and count as delivered when a node is killed.
     */
    private static void takeOneByOne(ConnectionFactory connections) {
        if (!(connections instanceof CachingConnectionFactory cached)) {
            return;
        }
        if (cached.getTargetConnectionFactory() instanceof ActiveMQConnectionFactory artemis) {
            artemis.setConsumerWindowSize(0);
        }
        if (cached.getTargetConnectionFactory() instanceof JmsConnectionFactory amqp) {
            JmsDefaultPrefetchPolicy none = new JmsDefaultPrefetchPolicy();
            none.setAll(0);
            // A browser cannot ask for one message after the other.
            none.setQueueBrowserPrefetch(JmsDefaultPrefetchPolicy.DEFAULT_QUEUE_BROWSER_PREFETCH);
            amqp.setPrefetchPolicy(none);
        }
    }

    @Bean
    MessageDoor messageDoor(ConnectionFactory connections, JmsSettings settings, AlertSettings alerts, Clock clock,
            Traces traces) {
        if (!settings.canHaveBeside(alerts.queues())) {
            throw new WrongSetting("eid.alerts", QUEUE_NAME);
        }
        return new MessageDoor(settings, alerts.queues(), isArtemis(connections), clock, traces);
    }

    /** Only where the broker is embedded. */
    @Bean
    MeterBinder queueDepths(ObjectProvider<EmbeddedActiveMQ> broker, JmsSettings settings) {
        return meters -> broker.ifAvailable(embedded -> QueueDepths.measure(embedded, settings, meters));
    }

    @Bean
    RefusedMessages refusedMessages(ConnectionFactory connections, JmsSettings settings, Clock clock) {
        return new RefusedMessages(new JmsTemplate(connections), settings, clock);
    }

    @Bean
    QueueMessages queueMessages(ConnectionFactory connections, JmsSettings settings, DeliverySettings delivery) {
        if (!settings.canHaveBeside(Set.copyOf(delivery.queues().values()))) {
            throw new WrongSetting("eid.delivery.queues", QUEUE_NAME);
        }
        // Spring Boot's own template hides the broker's session behind one that measures.
        return new QueueMessages(new JmsTemplate(connections), settings, delivery, isArtemis(connections));
    }

    private static boolean isArtemis(ConnectionFactory connections) {
        return connections instanceof CachingConnectionFactory cached
                && cached.getTargetConnectionFactory() instanceof ActiveMQConnectionFactory;
    }

    @Bean
    DeadMessages deadMessages(ConnectionFactory connections, JmsSettings settings, Clock clock) {
        JmsTemplate transacted = new JmsTemplate(connections);
        transacted.setSessionTransacted(true);
        return new DeadMessages(transacted, settings, clock);
    }
}
