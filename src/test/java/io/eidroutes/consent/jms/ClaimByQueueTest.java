package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import jakarta.jms.BytesMessage;
import jakarta.jms.DeliveryMode;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A claim that comes by a queue has one answer, on the queue that the request names, else on the answer queue. */
class ClaimByQueueTest extends QueueTest {

    @Test
    void whenTheRequestNamesAQueueThenTheDocumentedAnswerIsThereUnderItsCorrelationId() throws Exception {
        TextMessage request = text(example());
        request.setJMSCorrelationID("order-17");

        sendForReply(request);

        Message answer = only(REPLIES);
        assertThat(body(answer)).isEqualTo(SUCCEEDED);
        assertThat(answer.getJMSCorrelationID()).isEqualTo("order-17");
        assertThat(answer.getJMSDeliveryMode()).isEqualTo(DeliveryMode.PERSISTENT);
        assertThat(answer.getJMSExpiration()).isZero();
        assertThat(answer.getStringProperty("EID_State")).isEqualTo("answered");
        assertThat(answer.getStringProperty("EID_Delivery_Id")).isNotBlank();
        assertThat(answer.propertyExists("EID_Problem")).isFalse();
        String claim = answer.getStringProperty("EID_Claim_Id");
        await().untilAsserted(() ->
                assertThat(JSON.readTree(get(claim).body()).path("state").asText()).isEqualTo("delivered"));
        assertThat(isEmpty(DEAD)).isTrue();
        assertThat(isEmpty(ANSWERS)).isTrue();
    }

    @Test
    void whenTheRequestNamesNothingThenTheAnswerIsOnTheAnswerQueueUnderItsMessageId() throws Exception {
        TextMessage request = text(example());

        send(request);

        Message answer = only(ANSWERS);
        assertThat(body(answer)).isEqualTo(SUCCEEDED);
        assertThat(answer.getJMSCorrelationID()).isEqualTo(request.getJMSMessageID());
    }

    @Test
    void whenTheRequestIsBytesThenTheyAreReadAsUtf8() throws Exception {
        BytesMessage request = session.createBytesMessage();
        request.writeBytes(example().toString().getBytes(StandardCharsets.UTF_8));

        sendForReply(request);

        assertThat(body(only(REPLIES))).isEqualTo(SUCCEEDED);
    }

    @Test
    void whenEsiaRefusesThenThePropertiesSayWhoCanAct() throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(Effect.Esia.fault("ESIA-036703", "Указанные скоупы")).on(Operation.SEND_REQUEST).when(session(claim)));

        sendForReply(text(claim));

        Message answer = only(REPLIES);
        assertThat(JSON.readTree(body(answer)).path("status").asText()).isEqualTo("FAULT");
        assertThat(answer.getStringProperty("EID_Failure_Code")).isEqualTo("ESIA-036703");
        assertThat(answer.getStringProperty("EID_Failure_Kind")).isEqualTo("partner");
        assertThat(answer.getStringProperty("EID_Retryable")).isEqualTo("false");
    }
}
