package io.eidroutes.consent.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jms.core.JmsTemplate;

/** An answer that belongs to another system is stored, forwarded to a queue and then acknowledged. */
abstract class ForwardedAnswerContract extends NodesContract {

    @AfterEach
    void leaveNothing() throws Exception {
        if (!broker().isStarted()) {
            b().part(EmbeddedActiveMQ.class).start();
        }
        while (forwarded(100).isPresent()) {
            // The queue is shared.
        }
    }

    @Test
    void whenAForeignAnswerComesThenItIsForwardedAsItCameAndAcknowledged() throws Exception {
        foreignAnswer();

        BytesMessage forwarded = forwarded(30_000).orElseThrow();

        assertThat(forwarded.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
        assertThat(stored(id(forwarded))).isEqualTo(1);
        assertThat(forwarded.getStringProperty("OriginalMessageId")).isEqualTo(original(id(forwarded)));
        assertThat(forwarded.getStringProperty("ContentType")).startsWith("text/xml");
        byte[] content = new byte[(int) forwarded.getBodyLength()];
        forwarded.readBytes(content);
        assertThat(new String(content, StandardCharsets.UTF_8)).contains("Envelope", id(forwarded), "SMEVSignature");
        await().until(() -> smev().received().queued() == 0);
    }

    @Test
    void whenTheAcknowledgementIsLostThenTheAnswerIsForwardedAgainUnderTheSameIdAndStoredOnce() throws Exception {
        smev().settings(smev().settings().withRedeliverAfterMillis(500));
        smev().next(Scenario.of(new Effect.Close(Effect.Close.Moment.BEFORE_ACCEPTANCE)).on(Operation.ACK));
        foreignAnswer();

        String first = id(forwarded(30_000).orElseThrow());
        String second = id(forwarded(30_000).orElseThrow());

        assertThat(second).isEqualTo(first);
        assertThat(stored(first)).isEqualTo(1);
        await().until(() -> smev().received().queued() == 0);
    }

    @Test
    void whenTheBrokerIsAwayThenTheAnswerIsStoredAndNotAcknowledgedUntilItIsForwarded() throws Exception {
        smev().settings(smev().settings().withRedeliverAfterMillis(500));
        long before = foreignStored();
        b().part(EmbeddedActiveMQ.class).stop();
        foreignAnswer();

        await().atMost(Duration.ofSeconds(60)).until(() -> smev().received().totals().delivered() >= 2);
        assertThat(foreignStored()).isEqualTo(before + 1);
        assertThat(smev().received().totals().acks()).isZero();

        b().part(EmbeddedActiveMQ.class).start();
        assertThat(stored(id(forwarded(60_000).orElseThrow()))).isEqualTo(1);
        await().until(() -> smev().received().queued() == 0);
    }

    private static void foreignAnswer() throws Exception {
        String session = session();
        smev().next(Scenario.of(new Effect.Foreign(true)).on(Operation.SEND_REQUEST).when(session));
        assertThat(b().post(session, "respond-async").get().statusCode()).isEqualTo(202);
    }

    private static Optional<BytesMessage> forwarded(long timeoutMillis) {
        JmsTemplate queue = b().part(JmsTemplate.class);
        queue.setReceiveTimeout(timeoutMillis);
        return Optional.ofNullable((BytesMessage) queue.receive(TwoNodes.FOREIGN_QUEUE));
    }

    private static ActiveMQServer broker() {
        return b().part(EmbeddedActiveMQ.class).getActiveMQServer();
    }

    private static String id(BytesMessage forwarded) throws Exception {
        return forwarded.getStringProperty("AnswerMessageId");
    }

    private static long stored(String answer) {
        return database().sql("select count(*) from answer where id = :id and claim_id is null").param("id", answer)
                .query(Long.class).single();
    }

    private static String original(String answer) {
        return database().sql("select original_message_id from answer where id = :id").param("id", answer)
                .query(String.class).single();
    }

    private static long foreignStored() {
        return database().sql("select count(*) from answer where claim_id is null").query(Long.class).single();
    }
}
