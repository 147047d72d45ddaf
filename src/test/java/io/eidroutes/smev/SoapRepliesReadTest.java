package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.eidroutes.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** From a document to what it says. */
class SoapRepliesReadTest {

    private final SoapReplies replies = new SoapReplies(1_000_000);

    @Test
    void whenFaultWithDetailThenItsNameCodeAndDescription() {
        Document envelope = fault("<detail><f:AccessDenied xmlns:f=\"urn:f\"><q:Code xmlns:q=\"urn:q\"> SMEV-1 </q:Code>"
                + "<q:Description xmlns:q=\"urn:q\">text</q:Description></f:AccessDenied></detail>");

        assertThat(replies.fault(envelope)).contains(new SoapFault("AccessDenied", "SMEV-1", "text", "went wrong"));
    }

    @Test
    void whenFaultWithoutDetailThenTheFaultStringDescribesIt() {
        assertThat(replies.fault(fault(""))).contains(new SoapFault("", "", "went wrong", "went wrong"));
        assertThat(replies.fault(fault("<detail/>"))).contains(new SoapFault("", "", "went wrong", "went wrong"));
    }

    @Test
    void whenNoFaultThenEmpty() {
        assertThat(replies.fault(Answers.read(Answers.queued()))).isEmpty();
    }

    @Test
    void whenNoEnvelopeThenUnreadable() {
        assertUnreadable(() -> replies.fault(Answers.read("<html/>")));
        assertUnreadable(() -> replies.fault(Answers.read(Answers.envelope(""))));
        assertUnreadable(() -> replies.fault(Answers.read(Answers.envelope("<a/><b/>"))));
    }

    @Test
    void whenQueuedThenIdentifierAndStatus() {
        assertThat(replies.sendRequestReply(Answers.read(Answers.queued())))
                .isEqualTo(new QueuedRequest("request-1", "requestIsQueued"));
    }

    @Test
    void whenQueuedWithoutMetadataThenEmptyValues() {
        assertThat(replies.sendRequestReply(Answers.read(Answers.envelope("<SendRequestResponse/>"))))
                .isEqualTo(new QueuedRequest("", ""));
    }

    @Test
    void whenAnotherAnswerThenUnreadable() {
        assertUnreadable(() -> replies.sendRequestReply(Answers.read(Answers.queue(""))));
        assertUnreadable(() -> replies.responseMessage(Answers.read(Answers.queued())));
    }

    @Test
    void whenQueueIsEmptyThenNoMessage() {
        assertThat(replies.responseMessage(Answers.read(Answers.queue("")))).isEmpty();
    }

    @Test
    void whenContentThenItStandsAlone() {
        String alternative = "<b:MessagePrimaryContent>\n  <c:Answer xmlns:c=\"urn:c\" xmlns:xsi="
                + "\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"t:Kind\">да&#13;</c:Answer>\n</b:MessagePrimaryContent>";
        ReceivedResponse response = read(alternative);

        assertThat(response.messageId()).isEqualTo("response-1");
        assertThat(response.originalMessageId()).isEqualTo("original-1");
        assertThat(response.senderMnemonic()).contains("ESIA");
        assertThat(response.deliveryTimestamp()).contains(Instant.parse("2026-03-01T10:20:30.5Z"));
        assertThat(response.payload()).isInstanceOfSatisfying(Payload.Content.class, content -> {
            Element root = Answers.read(new String(content.xml(), StandardCharsets.UTF_8)).getDocumentElement();
            assertThat(root.getLocalName()).isEqualTo("Answer");
            assertThat(root.getTextContent()).isEqualTo("да\r");
            assertThat(root.lookupNamespaceURI("t")).isEqualTo(Answers.T);
        });
    }

    @Test
    void whenRejectedThenEveryReason() {
        assertThat(read("<t:RequestRejected><t:RejectionReasonCode>NO_DATA</t:RejectionReasonCode>"
                + "<t:RejectionReasonDescription>none</t:RejectionReasonDescription></t:RequestRejected>"
                + "<t:RequestRejected><t:RejectionReasonCode>FAILURE</t:RejectionReasonCode></t:RequestRejected>").payload())
                .isEqualTo(new Payload.Rejected(List.of(
                        new Payload.Rejection("NO_DATA", "none"), new Payload.Rejection("FAILURE", ""))));
    }

    @Test
    void whenStatusThenCodeDescriptionAndParameters() {
        assertThat(read("<t:RequestStatus><t:StatusCode>7</t:StatusCode>"
                + "<t:StatusParameter><t:Key>k</t:Key><t:Value>v</t:Value></t:StatusParameter>"
                + "<t:StatusDescription>in work</t:StatusDescription></t:RequestStatus>").payload())
                .isEqualTo(new Payload.Status("7", "in work", Map.of("k", "v")));
    }

    @Test
    void whenAsyncStatusThenItsOwnOriginalIdentifierCounts() {
        ReceivedResponse response = read("<t:AsyncProcessingStatus><t:OriginalMessageId>inner-1</t:OriginalMessageId>"
                + "<t:StatusCategory>requestIsRejectedBySmev</t:StatusCategory><t:StatusDetails>details</t:StatusDetails>"
                + "<t:SmevFault><b:Code>SMEV-403</b:Code><b:Description>why</b:Description></t:SmevFault>"
                + "</t:AsyncProcessingStatus>");

        assertThat(response.originalMessageId()).isEqualTo("inner-1");
        assertThat(response.payload()).isEqualTo(new Payload.AsyncStatus(Optional.of("requestIsRejectedBySmev"),
                Optional.of("details"), Optional.of("SMEV-403"), Optional.of("why")));
    }

    @Test
    void whenAsyncStatusLacksElementsThenTheyAreEmpty() {
        ReceivedResponse response = read("<t:AsyncProcessingStatus/>");

        assertThat(response.originalMessageId()).isEqualTo("original-1");
        assertThat(response.payload()).isEqualTo(
                new Payload.AsyncStatus(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    @Test
    void whenMetadataIsMissingThenTheSendersIdentifierIsTaken() {
        ReceivedResponse response = read(Answers.read("<m><Response><SenderProvidedResponseData><MessageID>sender-1</MessageID>"
                + "<RequestRejected/></SenderProvidedResponseData></Response></m>").getDocumentElement());

        assertThat(response.messageId()).isEqualTo("sender-1");
        assertThat(response.originalMessageId()).isEmpty();
        assertThat(response.deliveryTimestamp()).isEmpty();
        assertThat(response.senderMnemonic()).isEmpty();
    }

    @Test
    void whenNothingIdentifiesTheResponseThenUnreadable() {
        assertUnreadable(() -> read(Answers.read("<m><Response><SenderProvidedResponseData><RequestRejected/>"
                + "</SenderProvidedResponseData></Response></m>").getDocumentElement()));
    }

    @Test
    void whenNoAlternativeOrTwoThenUnreadable() {
        assertUnreadable(() -> read(""));
        assertUnreadable(() -> read("<t:Other/>"));
        assertUnreadable(() -> read(Answers.CONTENT + "<t:RequestRejected/>"));
        assertUnreadable(() -> read(Answers.CONTENT + "<t:AsyncProcessingStatus/>"));
        assertUnreadable(() -> read(Answers.CONTENT + Answers.CONTENT));
        assertUnreadable(() -> read("<b:MessagePrimaryContent/>"));
        assertUnreadable(() -> read("<b:MessagePrimaryContent><a/><b/></b:MessagePrimaryContent>"));
    }

    private ReceivedResponse read(String alternative) {
        return read(replies.responseMessage(Answers.read(Answers.response(alternative))).orElseThrow());
    }

    private ReceivedResponse read(Element responseMessage) {
        return replies.read(responseMessage);
    }

    private static Document fault(String detail) {
        return Answers.read(Answers.envelope("<s:Fault xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">"
                + "<faultcode>s:Server</faultcode><faultstring>went wrong</faultstring>" + detail + "</s:Fault>"));
    }

    private static void assertUnreadable(ThrowingCallable reading) {
        assertThatThrownBy(reading).isInstanceOf(Failure.class).hasMessage("transport unreadable-answer");
    }
}
