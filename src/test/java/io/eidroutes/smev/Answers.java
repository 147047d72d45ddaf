package io.eidroutes.smev;

import java.nio.charset.StandardCharsets;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Answers of СМЭВ for tests, of schemas 1.3, unsigned or signed. */
final class Answers {

    static final String T = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/1.3";
    static final String B = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/basic/1.3";
    static final String CONTENT = "<b:MessagePrimaryContent><c:Answer xmlns:c=\"urn:c\">да</c:Answer></b:MessagePrimaryContent>";

    private Answers() {
    }

    static String envelope(String body) {
        return "<soap:Envelope xmlns:soap=\"http://schemas.xmlsoap.org/soap/envelope/\"><soap:Body>" + body
                + "</soap:Body></soap:Envelope>";
    }

    static String queue(String responseMessage) {
        return envelope("<t:GetResponseResponse xmlns:t=\"" + T + "\" xmlns:b=\"" + B + "\">"
                + responseMessage + "</t:GetResponseResponse>");
    }

    /** A response of the queue with these alternatives in its data, and both places for signatures. */
    static String response(String alternative) {
        return queue("<t:ResponseMessage><t:Response Id=\"SIGNED_BY_SMEV\">"
                + "<t:OriginalMessageId>original-1</t:OriginalMessageId>"
                + "<t:SenderProvidedResponseData Id=\"SIGNED_BY_CALLER\"><t:MessageID>sender-1</t:MessageID><t:To>to</t:To>"
                + alternative + "</t:SenderProvidedResponseData>"
                + "<t:MessageMetadata Id=\"METADATA\"><t:MessageId>response-1</t:MessageId><t:MessageType>RESPONSE</t:MessageType>"
                + "<t:Sender><t:Mnemonic>ESIA</t:Mnemonic></t:Sender>"
                + "<t:DeliveryTimestamp>2026-03-01T13:20:30.5+03:00</t:DeliveryTimestamp></t:MessageMetadata>"
                + "<t:SenderInformationSystemSignature/></t:Response><t:SMEVSignature/></t:ResponseMessage>");
    }

    static String queued() {
        return envelope("<t:SendRequestResponse xmlns:t=\"" + T + "\"><t:MessageMetadata Id=\"SIGNED_BY_SMEV\">"
                + "<t:MessageId>request-1</t:MessageId><t:MessageType>REQUEST</t:MessageType>"
                + "<t:Status>requestIsQueued</t:Status></t:MessageMetadata><t:SMEVSignature/></t:SendRequestResponse>");
    }

    /** The document with a signature over one element put into a holder; both are found by local name. */
    static Document sign(Document document, Signer signer, String target, String holder) {
        new CallerSignature(signer).sign(only(document, target), only(document, holder));
        return document;
    }

    /** A response signed by its sender, then by СМЭВ. */
    static Document signedResponse(String alternative, Signer smev, Signer sender) {
        Document document = read(response(alternative));
        sign(document, sender, "SenderProvidedResponseData", "SenderInformationSystemSignature");
        return sign(document, smev, "Response", "SMEVSignature");
    }

    static Element only(Document document, String localName) {
        return (Element) document.getElementsByTagNameNS("*", localName).item(0);
    }

    static Document read(String xml) {
        return new XmlReader().read(xml.getBytes(StandardCharsets.UTF_8)).orElseThrow();
    }

    static String text(Document document) {
        return new String(XmlSecurity.standalone(document), StandardCharsets.UTF_8);
    }
}
