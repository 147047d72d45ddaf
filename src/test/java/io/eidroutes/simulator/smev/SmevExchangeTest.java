package io.eidroutes.simulator.smev;

import static io.eidroutes.simulator.smev.HandMade.ack;
import static io.eidroutes.simulator.smev.HandMade.claim;
import static io.eidroutes.simulator.smev.HandMade.data;
import static io.eidroutes.simulator.smev.HandMade.getResponse;
import static io.eidroutes.simulator.smev.HandMade.newMessageId;
import static io.eidroutes.simulator.smev.HandMade.sendRequest;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class SmevExchangeTest extends SimulatorTest {

    @Test
    void whenARequestIsSentThenItsAnswerIsDeliveredUntilItIsAcknowledged() throws Exception {
        String messageId = newMessageId();

        HttpResponse<String> sent = call(sendRequest(messageId));
        assertThat(sent.statusCode()).isEqualTo(200);
        assertThat(text(sent.body(), "MessageId")).isEqualTo(messageId);
        assertThat(text(sent.body(), "Status")).isEqualTo("requestIsQueued");
        assertSigned(sent.body(), "MessageMetadata", "SMEVSignature", "smev");

        String answer = receive();
        assertThat(text(answer, "OriginalMessageId")).isEqualTo(messageId);
        assertThat(text(answer, "ClaimPersonPermissionsResponse", "status")).isEqualTo("SUCCEEDED");
        assertThat(text(answer, "ClaimPersonPermissionsResponse", "personOid")).isEqualTo("1000320657");
        assertSigned(answer, "Response", "SMEVSignature", "smev");
        assertSigned(answer, "SenderProvidedResponseData", "SenderInformationSystemSignature", "esia");
        assertThat(receive()).doesNotContain("ResponseMessage");

        String responseId = text(answer, "MessageMetadata", "MessageId");
        assertThat(responseId).isNotEqualTo(messageId);
        assertThat(call(ack(responseId, true)).body()).contains("AckResponse");
        assertThat(fault(call(ack(responseId, true)))).isEqualTo("TargetMessageIsNotFound");
        assertThat(smev.received().queued()).isZero();
    }

    @Test
    void whenAnAnswerIsNotAcknowledgedThenItIsDeliveredAgain() throws Exception {
        smev.settings(smev.settings().withRedeliverAfterMillis(0));
        send();

        String first = text(receive(), "MessageMetadata", "MessageId");

        assertThat(text(receive(), "MessageMetadata", "MessageId")).isEqualTo(first);
        call(ack(first, false));
        assertThat(receive()).doesNotContain("ResponseMessage");
        assertThat(smev.received().totals().acksNotAccepted()).isEqualTo(1);
    }

    @Test
    void whenTheRequestNamesANodeThenOnlyThatNodeReceivesTheAnswer() throws Exception {
        String data = data(newMessageId(), "<ns1:NodeID>one</ns1:NodeID>", claim(), "");
        assertThat(call(sendRequest(data, HandMade.ORGANISATION)).statusCode()).isEqualTo(200);

        assertThat(call(getResponse("")).body()).doesNotContain("ResponseMessage");
        assertThat(call(getResponse("two")).body()).doesNotContain("ResponseMessage");
        assertThat(call(HandMade.selector("", "one")).body()).contains("ResponseMessage");
    }

    @Test
    void whenTheSelectorNamesAnotherTypeThenTheQueueIsEmpty() throws Exception {
        send();

        assertThat(call(HandMade.selector("<ns1:NamespaceURI>urn:other</ns1:NamespaceURI>"
                + "<ns1:RootElementLocalName>Other</ns1:RootElementLocalName>", "")).body()).doesNotContain("ResponseMessage");
    }

    @Test
    void whenPrefixesAndIndentationOfTheRequestDifferThenItsSignatureHoldsAllTheSame() throws Exception {
        String request = sendRequest(newMessageId());
        String signature = request.substring(request.indexOf("<ds:Signature "), request.indexOf("</ds:Signature>"));
        String other = request.replace(signature, "@").replace("ns1:", "q:").replace("xmlns:ns1", "xmlns:q")
                .replaceAll(">(?=<[^/@d])", ">\n\t").replace("@", signature);

        assertThat(call(other).statusCode()).isEqualTo(200);
    }

    @Test
    void whenAMessageComesAgainThenItIsRefusedAndItsBytesAreCompared() throws Exception {
        String messageId = newMessageId();
        String request = sendRequest(data(messageId, "<ns1:EOL>2050-01-01T00:00:00Z</ns1:EOL>", claim(),
                "<ns1:TestMessage></ns1:TestMessage>"), HandMade.ORGANISATION);
        call(request);

        assertThat(fault(call(request))).isEqualTo("MessageIsAlreadySent");

        Received.Message seen = smev.received(messageId).orElseThrow();
        assertThat(seen.count()).isEqualTo(2);
        assertThat(seen.identicalBytes()).isTrue();
        assertThat(seen.accepted()).isTrue();
        assertThat(seen.testMessage()).isTrue();
        assertThat(seen.eol()).isEqualTo(Optional.of("2050-01-01T00:00:00Z"));
        call(request + "\n");
        assertThat(smev.received(messageId).orElseThrow().identicalBytes()).isFalse();
        assertThat(smev.received().acceptedMoreThanOnce()).isEmpty();
    }

    @Test
    void whenTheSameContentIsAcceptedUnderTwoIdsThenThatIsCounted() throws Exception {
        send();
        send();

        assertThat(smev.received().distinctContentsAccepted()).isEqualTo(1);
        assertThat(smev.received().acceptedMoreThanOnce()).containsValue(2);
    }

    @Test
    void whenRecordsAreBoundedThenUniquenessIsKept() throws Exception {
        smev.settings(smev.settings().withKeepMessages(1));
        String first = newMessageId();
        call(sendRequest(first));
        send();

        assertThat(smev.received().messages()).hasSize(1);
        assertThat(smev.received(first)).isEmpty();
        assertThat(fault(call(sendRequest(first)))).isEqualTo("MessageIsAlreadySent");
    }

    @Test
    void whenXopIsSetThenAnswersAreMultipartEvenFromAnEmptyQueue() throws Exception {
        smev.settings(smev.settings().withReplies(true, "", Style.CXF, false));

        HttpResponse<String> answer = call(getResponse(""));

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("multipart/related")
                .contains("application/xop+xml");
        assertThat(answer.body()).contains("Content-ID: <root.message@cxf.apache.org>", "GetResponseResponse");
    }

    @Test
    void whenAnswersAreIndentedInOddPrefixesAndAnotherSchemaThenTheirSignaturesHold() throws Exception {
        for (Style style : Style.values()) {
            smev.settings(smev.settings().withReplies(false, "1.2", style, true));
            send();
            String answer = receive();
            assertThat(answer).contains("types/1.2").contains("\n  ");
            assertSigned(answer, "Response", "SMEVSignature", "smev");
            assertSigned(answer, "SenderProvidedResponseData", "SenderInformationSystemSignature", "esia");
        }
    }

    @Test
    void whenTheRequestIsOfAnOlderSchemaThenTheAnswerIsToo() throws Exception {
        String data = data(newMessageId(), "", claim(), "").replace("/1.3\"", "/1.1\"");

        HttpResponse<String> answer = call(sendRequest(data, HandMade.ORGANISATION).replace("/1.3\"", "/1.1\""));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("types/1.1").doesNotContain("types/1.3");
    }

    private static void assertSigned(String xml, String element, String signature, String key) {
        Document document = parsed(xml);
        Element signed = (Element) document.getElementsByTagNameNS("*", element).item(0);
        Element value = (Element) document.getElementsByTagNameNS("*", signature).item(0);
        String canonical = SmevTransform.textOf(signed);
        String digest = java.util.Base64.getEncoder().encodeToString(
                Gost.BITS_256.digest(canonical.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        assertThat(text(xml, signature, "DigestValue")).isEqualTo(digest);
        assertThat(text(xml, signature, "X509Certificate")).isEqualTo(SigningKey.demonstration(key).certificateText());
        String info = xml.substring(xml.indexOf("<ds:SignedInfo", xml.indexOf("<" + value.getNodeName())));
        byte[] signedInfo = info.substring(0, info.indexOf("</ds:SignedInfo>") + "</ds:SignedInfo>".length())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(Gost.BITS_256.verifies(SigningKey.demonstration(key).certificate().getPublicKey(), signedInfo,
                java.util.Base64.getDecoder().decode(text(xml, signature, "SignatureValue")))).isTrue();
    }
}
