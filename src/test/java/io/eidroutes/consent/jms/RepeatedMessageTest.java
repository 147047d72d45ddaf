package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Received;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;

/** The same request again: ESIA is asked once, and it has one answer. */
class RepeatedMessageTest extends QueueTest {

    @Test
    void whenTheSameKeyComesAgainThenItIsTheSameClaimWithOneAnswer() throws Exception {
        ObjectNode claim = example();
        for (int i = 0; i < 3; i++) {
            TextMessage request = text(claim);
            request.setStringProperty("IdempotencyKey", "order-19-" + session(claim));
            sendForReply(request);
        }

        assertThat(body(only(REPLIES))).isEqualTo(SUCCEEDED);
        assertThat(smev().received().messages()).filteredOn(Received.Message::accepted).hasSize(1);
        assertThat(isEmpty(DEAD)).isTrue();
    }

    @Test
    void whenTheCorrelationIdIsTheSameThenTheRequestsAreTwo() throws Exception {
        for (int i = 0; i < 2; i++) {
            TextMessage request = text(example());
            request.setJMSCorrelationID("batch");
            sendForReply(request);
        }

        Message first = next(queue(REPLIES));
        Message second = only(REPLIES);
        assertThat(first.getStringProperty("EID_Claim_Id")).isNotEqualTo(second.getStringProperty("EID_Claim_Id"));
    }

    @Test
    void whenTheSameKeyComesWithOtherContentThenTheSecondIsRefused() throws Exception {
        ObjectNode claim = example();
        TextMessage first = text(claim);
        first.setStringProperty("IdempotencyKey", session(claim));
        sendForReply(first);
        assertThat(body(only(REPLIES))).isEqualTo(SUCCEEDED);
        TextMessage second = text(example());
        second.setStringProperty("IdempotencyKey", session(claim));

        sendForReply(second);

        refused(second, REPLIES, "idempotency-conflict");
    }
}
