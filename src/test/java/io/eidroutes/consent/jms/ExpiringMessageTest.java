package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;

/** A claim lives no longer than its message, and its sender is told. */
class ExpiringMessageTest extends QueueTest {

    @Test
    void whenNoAnswerComesBeforeTheMessageExpiresThenTheAnswerSaysSo() throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(new Effect.Never()).on(Operation.SEND_REQUEST).when(session(claim)).always());
        TextMessage request = text(claim);
        request.setJMSReplyTo(queue(REPLIES));
        try (MessageProducer producer = session.createProducer(queue(CLAIMS))) {
            producer.setTimeToLive(2000);
            producer.send(request);
        }

        Message answer = only(REPLIES);

        assertThat(answer.getStringProperty("EID_Failure_Code")).isEqualTo("EID-DEADLINE");
        assertThat(answer.getStringProperty("EID_State")).isEqualTo("expired");
        assertThat(JSON.readTree(body(answer)).path("status").asText()).isEqualTo("FAULT");
        assertThat(System.currentTimeMillis()).isGreaterThanOrEqualTo(request.getJMSExpiration());
    }
}
