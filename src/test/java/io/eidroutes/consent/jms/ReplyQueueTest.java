package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.jms.Connection;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.Session;
import jakarta.jms.TemporaryQueue;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** JMSReplyTo: temporary queues, some that are gone, and queues that nobody is to make us write to. */
class ReplyQueueTest extends QueueTest {

    @Test
    void whenTheCallerWaitsAtATemporaryQueueThenTheAnswerIsThere() throws Exception {
        TemporaryQueue replies = session.createTemporaryQueue();
        TextMessage request = text(example());
        request.setJMSReplyTo(replies);

        send(request);

        assertThat(body(next(replies))).isEqualTo(SUCCEEDED);
        assertThat(isEmpty(ANSWERS)).isTrue();
    }

    @Test
    void whenTheTemporaryQueueIsGoneThenTheAnswerIsOnTheAnswerQueueAndSaysSo() throws Exception {
        smev().settings(smev().settings().withAnswerDelayMillis(1000));
        String gone;
        try (Connection other = anotherConnection()) {
            Session theirs = other.createSession(false, Session.AUTO_ACKNOWLEDGE);
            TemporaryQueue replies = theirs.createTemporaryQueue();
            gone = replies.getQueueName();
            TextMessage request = text(example());
            request.setJMSReplyTo(replies);
            send(request);
        }

        Message answer = only(ANSWERS);

        assertThat(body(answer)).isEqualTo(SUCCEEDED);
        assertThat(answer.getStringProperty("EID_Reply_To_Gone")).isEqualTo(gone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DLQ", "ExpiryQueue", CLAIMS, "eid.operator", "eid.security", "other::" + CLAIMS, "$sys.mqtt", "activemq.*", "#"})
    void whenTheQueueIsOursOrNoPlainNameThenTheMessageIsRefusedAndNothingIsWrittenThere(String name) throws Exception {
        TextMessage request = text(example());
        request.setJMSReplyTo(queue(name));

        send(request);

        assertThat(refused(request, ANSWERS, "not-permitted").at("/errors/0/rule").asText()).isEqualTo("reply-queue");
    }

    @Test
    void whenJmsReplyToIsATopicThenTheMessageIsRefused() throws Exception {
        TextMessage request = text(example());
        request.setJMSReplyTo(session.createTopic("news"));

        send(request);

        refused(request, ANSWERS, "not-permitted");
    }

    @Test
    void whenACallerSaysThatAnOrdinaryQueueIsTemporaryThenNothingIsWrittenThere() throws Exception {
        try (MessageConsumer consumer = session.createConsumer(queue("accounts"))) {
            TextMessage request = text(example());
            ((org.apache.activemq.artemis.jms.client.ActiveMQMessage) request).getCoreMessage()
                    .putStringProperty("JMSReplyTo", "temp-queue://accounts");
            send(request);

            assertThat(only(ANSWERS).getStringProperty("EID_Reply_To_Gone")).isEqualTo("accounts");
            assertThat(consumer.receiveNoWait()).isNull();
        }
    }
}
