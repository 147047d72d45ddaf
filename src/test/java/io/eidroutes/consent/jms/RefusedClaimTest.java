package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.BytesMessage;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message that cannot become a claim: its sender gets one problem document, and it lies in the dead letters as it came. */
class RefusedClaimTest extends QueueTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "{\"a\":1,\"a\":1}", "<a/>", "a=b"})
    void whenTheBodyIsNoJsonThenTheMessageIsRefusedAtOnce(String body) throws Exception {
        TextMessage request = text(body);

        sendForReply(request);

        assertThat(refused(request, REPLIES, "malformed-json").path("retryable").asBoolean()).isFalse();
        assertThat(smev().received().totals().sendRequests()).isZero();
    }

    @Test
    void whenTheMessageHasNoBodyThenItIsRefused() throws Exception {
        TextMessage request = session.createTextMessage();

        sendForReply(request);

        refused(request, REPLIES, "malformed-json");
    }

    @Test
    void whenTheBytesAreNotUtf8ThenTheMessageIsRefused() throws Exception {
        BytesMessage request = session.createBytesMessage();
        request.writeBytes(example().toString().getBytes("windows-1251"));

        sendForReply(request);

        refused(request, REPLIES, "malformed-json");
    }

    @Test
    void whenTheClaimIsFilledInWronglyThenTheProblemNamesEveryErrorAndTheDeadLetterIsTheMessage() throws Exception {
        ObjectNode claim = example();
        claim.remove("person_data");
        TextMessage request = text(claim);
        request.setStringProperty("Department", "loans");
        request.setJMSCorrelationID("order-18");
        sendForReply(request);

        Message answer = next(queue(REPLIES));
        assertThat(answer.getJMSCorrelationID()).isEqualTo("order-18");
        JsonNode problem = JSON.readTree(body(answer));
        assertThat(problem.path("code").asText()).isEqualTo("invalid-claim");
        assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/person_data");
        Message dead = only(DEAD);
        assertThat(body(dead)).isEqualTo(claim.toString());
        assertThat(dead.getStringProperty("Department")).isEqualTo("loans");
        assertThat(dead.getJMSCorrelationID()).isEqualTo("order-18");
        assertThat(dead.getJMSReplyTo()).isEqualTo(queue(REPLIES));
    }

    @Test
    void whenTheClientMayNotActForTheOrganisationThenTheMessageIsRefused() throws Exception {
        ObjectNode claim = example();
        claim.put("org_ogrn", OTHER_OGRN);
        TextMessage request = text(claim);

        sendForReply(request);

        assertThat(refused(request, REPLIES, "not-permitted").at("/errors/0/rule").asText()).isEqualTo("client-ogrn");
    }

    @Test
    void whenTheSenderNamesNoQueueThenTheProblemIsOnTheAnswerQueue() throws Exception {
        TextMessage request = text("{");

        send(request);

        refused(request, ANSWERS, "malformed-json");
    }
}
