package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.jms.MessageProducer;
import jakarta.jms.TextMessage;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The broker does not take an answer, since its queue is full: the answer waits in the store until it does. */
class FullQueueTest extends QueueTest {

    private static final String FULL = "full.replies";

    @Autowired
    private EmbeddedActiveMQ broker;

    @Test
    void whenTheQueueIsFullThenTheAnswerIsThereOnceThereIsRoom() throws Exception {
        double before = failures("transport", "EID-BROKER-UNREACHABLE", "retry");
        broker.getActiveMQServer().getAddressSettingsRepository().addMatch(FULL,
                new AddressSettings().setAddressFullMessagePolicy(AddressFullMessagePolicy.FAIL).setMaxSizeBytes(1));
        try (MessageProducer producer = session.createProducer(queue(FULL))) {
            producer.send(text("takes all the room"));
        }
        TextMessage request = text(example());
        request.setJMSReplyTo(queue(FULL));

        send(request);

        await().untilAsserted(() ->
                assertThat(failures("transport", "EID-BROKER-UNREACHABLE", "retry")).isGreaterThanOrEqualTo(before + 2));
        assertThat(body(next(queue(FULL)))).isEqualTo("takes all the room");
        assertThat(body(only(FULL))).isEqualTo(SUCCEEDED);
    }
}
