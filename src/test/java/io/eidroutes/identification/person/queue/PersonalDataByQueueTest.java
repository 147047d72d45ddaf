package io.eidroutes.identification.person.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.desk.DeadLetter;
import io.eidroutes.delivery.StandIn;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;

/** {@code {iin, requestId}} on a queue, and the adapter's answer on the queue that the request names. */
class PersonalDataByQueueTest extends PersonQueueTest {

    @Test
    void whenARequestComesThenTheAnswerOfTheAdapterIsOnItsQueue() throws Exception {
        TextMessage request = request();
        request.setJMSCorrelationID("visit-5");

        client.send(REQUESTS, request);

        ObjectNode expected = documentedAnswer();
        expected.remove("photo");
        Message answer = client.only(REPLIES);
        assertThat(JSON.readTree(((TextMessage) answer).getText())).isEqualTo(expected);
        assertThat(answer.getJMSCorrelationID()).isEqualTo("visit-5");
        assertThat(asked()).hasSize(1);
    }

    @Test
    void whenTheAdapterFailsForAWhileThenItIsAskedAgainAndThereIsOneAnswer() throws Exception {
        adapter().next(StandIn.Reply.of(503, ""), StandIn.Reply.of(503, ""));

        client.send(REQUESTS, request());

        assertThat(client.only(REPLIES).propertyExists("EID_Problem")).isFalse();
        assertThat(asked()).hasSize(3);
        assertThat(client.isEmpty(DEAD)).isTrue();
    }

    @Test
    void whenItGoesOnFailingThenTheSenderIsToldAndTheMessageIsADeadLetter() throws Exception {
        adapter().always(StandIn.Reply.of(503, ""));

        client.send(REQUESTS, request());

        Message answer = client.only(REPLIES);
        assertThat(answer.getStringProperty("EID_Problem")).isEqualTo("true");
        assertThat(answer.getStringProperty("EID_Retryable")).isEqualTo("true");
        Message dead = client.only(DEAD);
        assertThat(dead.getStringProperty("EID_Failure_Family")).isEqualTo("transport");
        assertThat(dead.getStringProperty("EID_Original_Queue")).isEqualTo(REQUESTS);
    }

    @Test
    void whenTheRequestIsWrongThenTheSenderIsToldAndNothingIsAsked() throws Exception {
        client.send(REQUESTS, request("{\"iin\":\"1\",\"requestId\":\"r\"}"));

        Message answer = client.only(REPLIES);
        assertThat(answer.getStringProperty("EID_Failure_Code")).isEqualTo("invalid-request");
        assertThat(JSON.readTree(((TextMessage) answer).getText()).at("/errors/0/pointer").asText()).isEqualTo("/iin");
        assertThat(client.only(DEAD).getStringProperty("EID_Failure_Code")).isEqualTo("invalid-request");
        assertThat(asked()).isEmpty();
    }

    private TextMessage request() throws Exception {
        return request(JSON.createObjectNode().put("iin", IIN).put("requestId", REQUEST_ID).toString());
    }

    private TextMessage request(String body) throws Exception {
        TextMessage request = client.text(body);
        request.setJMSReplyTo(client.queue(REPLIES));
        return request;
    }
}
