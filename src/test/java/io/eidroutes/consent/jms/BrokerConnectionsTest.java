package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** However many messages come and go, they go over the one connection that stands. */
class BrokerConnectionsTest extends QueueTest {

    private static final int MESSAGES = 30;

    @Autowired
    private EmbeddedActiveMQ broker;

    @Test
    void whenManyMessagesAreAnsweredThenNoConnectionIsOpened() throws Exception {
        sendForReply(text(example()));
        next(queue(REPLIES));
        sendForReply(text("{"));
        next(queue(REPLIES));
        long before = broker.getActiveMQServer().getTotalConnectionCount();

        for (int i = 0; i < MESSAGES; i++) {
            sendForReply(text(i % 3 == 0 ? "{" : example()));
        }
        for (int i = 0; i < MESSAGES; i++) {
            next(queue(REPLIES));
        }

        assertThat(broker.getActiveMQServer().getTotalConnectionCount()).isEqualTo(before);
        assertThat(broker.getActiveMQServer().getConnectionCount()).isEqualTo(2);
    }
}
