package io.eidroutes.simulator.smev;

import static io.eidroutes.simulator.smev.HandMade.ack;
import static io.eidroutes.simulator.smev.HandMade.newMessageId;
import static io.eidroutes.simulator.smev.HandMade.sendRequest;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SmevScenarioTest extends SimulatorTest {

    @ParameterizedTest
    @ValueSource(strings = {"SMEVFailure", "DestinationOverflow", "EndOfLifeReached", "MessageIsAlreadySent", "StaleMessageId",
        "TargetMessageIsNotFound", "InvalidContent", "BusinessDataTypeIsNotSupported", "TransactionCodeInvalid",
        "InvalidMessageIdFormat", "AccessDenied", "PersonalAccessDenied", "SenderIsNotRegistered", "RecipientIsNotFound",
        "UnknownMessageType", "PoorSOAPEnvelopeFormat", "NoSignatureFound", "IncorrectSignatureTarget", "SignatureIsInvalid",
        "CertificateIsNotFound", "CertificateIsExpired", "AttachmentContentMiscoordination", "AttachmentSizeLimitExceeded",
        "QuoteLimitExceeded", "NobodyKnowsThis"})
    void whenAFaultIsSetThenItComesOnceAndNothingIsAccepted(String name) throws Exception {
        smev.next(Scenario.of(Effect.Fault.named(name)));
        String request = sendRequest(newMessageId());

        assertThat(fault(call(request))).isEqualTo(name);
        assertThat(call(request).statusCode()).isEqualTo(200);
    }

    @Test
    void whenAFaultIsWithoutDetailThenOnlyTheFaultstringIsThere() throws Exception {
        smev.next(Scenario.of(new Effect.Fault("SMEVFailure", "1", "words", true, List.of())));

        assertThat(call(sendRequest(newMessageId())).body()).contains("<faultstring>words<").doesNotContain("detail");
    }

    @Test
    void whenAScenarioIsForAnOperationOrATextThenOthersPass() throws Exception {
        smev.next(Scenario.of(Effect.Fault.named("SMEVFailure")).on(Operation.ACK).times(2));
        smev.next(Scenario.of(Effect.Fault.named("AccessDenied")).when("Сидоров").always());

        send();
        String id = text(receive(), "MessageMetadata", "MessageId");

        assertThat(fault(call(ack(id, true)))).isEqualTo("SMEVFailure");
        assertThat(fault(call(ack(id, true)))).isEqualTo("SMEVFailure");
        assertThat(call(ack(id, true)).statusCode()).isEqualTo(200);
        assertThat(smev.waitingScenarios()).isEqualTo(1);
    }

    @Test
    void whenAProxyAnswersThenTheMessageIsAcceptedOnlyIfThatWasAsked() throws Exception {
        smev.next(Scenario.of(new Effect.Http(503, "", "", false)));
        smev.next(Scenario.of(new Effect.Http(200, "garbage", "text/plain", true)));
        String request = sendRequest(newMessageId());

        assertThat(call(request).statusCode()).isEqualTo(503);
        assertThat(smev.received().totals().accepted()).isZero();
        assertThat(call(request).body()).isEqualTo("garbage");
        assertThat(fault(call(request))).isEqualTo("MessageIsAlreadySent");
    }

    @ParameterizedTest
    @EnumSource(Effect.Close.Moment.class)
    void whenTheConnectionBreaksThenTheMessageIsAcceptedOnlyFromThatMomentOn(Effect.Close.Moment moment) throws Exception {
        // Always, since an HTTP client may send a request again by itself when the connection was closed at once.
        smev.next(Scenario.of(new Effect.Close(moment)).always());
        String messageId = newMessageId();

        assertThatThrownBy(() -> call(sendRequest(messageId))).isInstanceOf(IOException.class);

        boolean accepted = moment == Effect.Close.Moment.AFTER_ACCEPTANCE || moment == Effect.Close.Moment.MID_ANSWER;
        assertThat(smev.received(messageId).map(Received.Message::accepted).orElse(false)).isEqualTo(accepted);
    }

    @Test
    void whenEsiaRefusesThenEveryErrorIsInTheAnswer() throws Exception {
        smev.next(Scenario.of(new Effect.Esia("", "", List.of(new EsiaError("ESIA-000001", "one"), new EsiaError("X", "two")))));
        send();

        String answer = receive();

        assertThat(text(answer, "status")).isEqualTo("FAULT");
        assertThat(count(answer, "errorStatusInfo")).isEqualTo(2);
    }

    @Test
    void whenTheRequestIsRejectedThenEveryReasonIsInTheAnswer() throws Exception {
        smev.next(Scenario.of(new Effect.Rejected(List.of(new EsiaError("NO_DATA", "one"), new EsiaError("FAILURE", "two")))));
        send();

        String answer = receive();

        assertThat(text(answer, "RejectionReasonCode")).isEqualTo("NO_DATA");
        assertThat(count(answer, "RequestRejected")).isEqualTo(2);
    }

    @Test
    void whenThereAreInterimStatusesThenTheFinalAnswerComesAfterThem() throws Exception {
        smev.next(Scenario.of(new Effect.Interim(2, "", ""), new Effect.AsyncStatus("underProcessing", "", "", "", "", false)));
        send();

        assertThat(receive()).contains("RequestStatus");
        assertThat(receive()).contains("RequestStatus");
        assertThat(receive()).contains("underProcessing");
        assertThat(receive()).contains("SUCCEEDED");
        assertThat(receive()).doesNotContain("ResponseMessage");
    }

    @Test
    void whenSmevRejectsLaterThenTheInnerOriginalMessageIdIsRight() throws Exception {
        smev.next(Scenario.of(new Effect.AsyncStatus("", "details", "InvalidContent", "028122", "SMEV-403:words", true)));
        String messageId = send();

        String answer = receive();

        assertThat(text(answer, "AsyncProcessingStatus", "OriginalMessageId")).isEqualTo(messageId);
        assertThat(text(answer, "Response", "OriginalMessageId")).isNotEqualTo(messageId);
        assertThat(text(answer, "SmevFault", "Code")).isEqualTo("028122");
        assertThat(answer).doesNotContain("SenderInformationSystemSignature");
        assertThat(receive()).doesNotContain("ResponseMessage");
    }

    @Test
    void whenAnAnswerIsDuplicatedThenItComesAgainAfterItsAck() throws Exception {
        smev.next(Scenario.of(new Effect.Duplicate(false)));
        send();
        String id = text(receive(), "MessageMetadata", "MessageId");
        call(ack(id, true));

        assertThat(text(receive(), "MessageMetadata", "MessageId")).isEqualTo(id);
        call(ack(id, true));
        assertThat(receive()).doesNotContain("ResponseMessage");
    }

    @Test
    void whenThereAreTwoDifferentAnswersThenEachHasItsOwnId() throws Exception {
        smev.next(Scenario.of(new Effect.Duplicate(true)));
        send();

        String first = receive();
        String second = receive();

        assertThat(text(first, "status")).isEqualTo("SUCCEEDED");
        assertThat(text(second, "status")).isEqualTo("FAULT");
        assertThat(text(second, "OriginalMessageId")).isEqualTo(text(first, "OriginalMessageId"));
        assertThat(text(second, "MessageMetadata", "MessageId")).isNotEqualTo(text(first, "MessageMetadata", "MessageId"));
    }

    @Test
    void whenAForeignAnswerStandsInTheQueueThenItsOriginalIsNotOurs() throws Exception {
        smev.next(Scenario.of(new Effect.Foreign(false)));
        String messageId = send();

        assertThat(text(receive(), "OriginalMessageId")).isNotEqualTo(messageId);
        assertThat(text(receive(), "OriginalMessageId")).isEqualTo(messageId);
    }

    @Test
    void whenTheAnswerNeverComesThenTheQueueStaysEmpty() throws Exception {
        smev.next(Scenario.of(new Effect.Never()));
        send();

        assertThat(smev.received().queued()).isZero();
    }

    @Test
    void whenTheAnswerIsLateThenItComesAfterAll() throws Exception {
        smev.next(Scenario.of(new Effect.Late(300), new Effect.Slow(10)));
        send();

        assertThat(smev.received().queued()).isEqualTo(1);
        Awaitility.await().until(() -> receive().contains("ResponseMessage"));
    }

    @ParameterizedTest
    @EnumSource(value = Defect.class, names = {"TAMPERED", "WRAPPED", "DUPLICATE_ID"})
    void whenTheAnswerIsForgedThenWhatIsReadIsNotWhatIsSigned(Defect defect) throws Exception {
        smev.next(Scenario.of(Effect.Defective.with(defect)));
        send();

        Document document = parsed(receive());

        Element body = (Element) document.getElementsByTagNameNS(SoapRequest.SOAP, "Body").item(0);
        Element read = (Element) body.getElementsByTagNameNS("*", "Response").item(0);
        assertThat(read.getElementsByTagNameNS("*", "status").item(0).getTextContent()).isEqualTo("FAULT");
        assertThat(digestOf(read)).isNotEqualTo(signedDigest(document));
        if (defect != Defect.TAMPERED) {
            Element hidden = defect == Defect.WRAPPED
                    ? (Element) body.getElementsByTagNameNS("*", "Response").item(1)
                    : (Element) document.getElementsByTagNameNS("*", "Response").item(0);
            assertThat(digestOf(hidden)).isEqualTo(signedDigest(document));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Defect.class, names = {"MISSING_ELEMENTS", "NO_METADATA", "NO_ORIGINAL_ID", "ODD_NAMES", "OTHER_CONTENT",
        "SENDER_UNSIGNED", "SENDER_UNKNOWN_KEY", "SENDER_TAMPERED", "DEEP", "HUGE"})
    void whenTheAnswerIsOddThenSmevsSignatureStillCoversIt(Defect defect) throws Exception {
        smev.next(Scenario.of(new Effect.Defective(defect, 1000)));
        send();

        Document document = parsed(receive());

        assertThat(digestOf((Element) document.getElementsByTagNameNS("*", "Response").item(0))).isEqualTo(signedDigest(document));
    }

    @Test
    void whenTheAnswerIsUnsignedOrSignedByAStrangerThenThatShows() throws Exception {
        smev.next(Scenario.of(Effect.Defective.with(Defect.UNSIGNED)));
        smev.next(Scenario.of(Effect.Defective.with(Defect.UNKNOWN_KEY)));
        send();
        send();

        assertThat(receive()).doesNotContain("Signature");
        assertThat(text(receive(), "SMEVSignature", "X509Certificate"))
                .isNotEqualTo(SigningKey.demonstration("smev").certificateText());
    }

    @Test
    void whenADefectIsSetForGetResponseThenTheNextDeliveryIsGood() throws Exception {
        smev.settings(smev.settings().withRedeliverAfterMillis(0));
        smev.next(Scenario.of(Effect.Defective.with(Defect.DOCTYPE)).on(Operation.GET_RESPONSE));
        send();

        assertThat(receive()).startsWith("<!DOCTYPE");
        assertThat(receive()).doesNotContain("<!DOCTYPE").contains("ResponseMessage");
    }

    private static String digestOf(Element element) {
        return java.util.Base64.getEncoder().encodeToString(Gost.BITS_256.digest(SmevTransform.of(element)));
    }

    private static String signedDigest(Document document) {
        Element signature = (Element) document.getElementsByTagNameNS("*", "SMEVSignature").item(0);
        return signature.getElementsByTagNameNS("*", "DigestValue").item(0).getTextContent();
    }

    private static int count(String xml, String name) {
        return parsed(xml).getElementsByTagNameNS("*", name).getLength();
    }

    @Test
    void whenTheSimulatorIsResetThenNothingOfBeforeIsLeft() throws Exception {
        smev.next(Scenario.of(Effect.Fault.named("SMEVFailure")).always());
        HttpResponse<String> refused = call(sendRequest(newMessageId()));
        smev.reset();

        assertThat(refused.statusCode()).isEqualTo(500);
        send();
        assertThat(smev.received().totals().sendRequests()).isEqualTo(1);
        assertThat(smev.settings()).isEqualTo(Settings.standard());
    }
}
