package io.eidroutes.smev;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.xml.XMLConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Makes the three signed SOAP 1.1 envelopes of a consumer. Element order and names: schemas of СМЭВ 3 message
 * exchange, types and basic, in the version of the settings. {@code accepted} is optional from 1.2 on and required in
 * 1.1; it is always written. {@code soap:Header} stands even though empty: СМЭВ refuses an envelope without it.
 */
public final class Envelopes {

    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private static final String EXCHANGE = "urn://x-artefacts-smev-gov-ru/services/message-exchange/types/";
    private static final String BY_CONSUMER = "SIGNED_BY_CONSUMER";
    private static final String BY_CALLER = "SIGNED_BY_CALLER";

    private final SmevSettings settings;
    private final Clock clock;
    private final CallerSignature signature;
    private final XmlReader xml = new XmlReader();
    private final String types;
    private final String basic;

    public Envelopes(SmevSettings settings, Signer signer, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.signature = new CallerSignature(signer);
        this.types = EXCHANGE + settings.schemaVersion();
        this.basic = EXCHANGE + "basic/" + settings.schemaVersion();
    }

    /**
     * The envelope of SendRequest.
     *
     * @param messageId UUID of version 1
     * @param content   the business request: a UTF-8 XML document, carried over unchanged
     * @param endOfLife after which the answer is no longer wanted
     * @throws IllegalArgumentException when the content is no well-formed XML, or has a DOCTYPE
     */
    public byte[] sendRequest(UUID messageId, byte[] content, Instant endOfLife) {
        Document document = xml.read(content).orElseThrow(
                () -> new IllegalArgumentException("the business content is not well-formed XML without DOCTYPE"));
        Element business = document.getDocumentElement();
        Element request = types(body(document), "SendRequestRequest");
        Element data = signed(types(request, "SenderProvidedRequestData"), BY_CONSUMER);
        text(types(data, "MessageID"), messageId.toString());
        settings.nodeId().ifPresent(node -> text(types(data, "NodeID"), node));
        text(types(data, "EOL"), dateTime(endOfLife));
        basic(data, "MessagePrimaryContent").appendChild(business);
        if (settings.testMessage()) {
            types(data, "TestMessage");
        }
        return finish(document, request, data);
    }

    /**
     * The envelope of GetResponse, asking for answers to our kind of request.
     *
     * @param nodeId the node whose requests it asks for; empty: those without one
     */
    public byte[] getResponse(Optional<String> nodeId) {
        Document document = xml.empty();
        Element request = types(body(document), "GetResponseRequest");
        Element selector = signed(basic(request, "MessageTypeSelector"), BY_CALLER);
        text(basic(selector, "NamespaceURI"), settings.called().namespace());
        text(basic(selector, "RootElementLocalName"), settings.called().requestRoot());
        text(basic(selector, "Timestamp"), dateTime(clock.instant()));
        nodeId.ifPresent(node -> text(basic(selector, "NodeID"), node));
        return finish(document, request, selector);
    }

    /**
     * The envelope of Ack: the response was received and its signature verified.
     *
     * @param responseMessageId the response's own identifier, not that of the request
     */
    public byte[] ack(String responseMessageId) {
        return ack(responseMessageId, true);
    }

    /**
     * The envelope of Ack.
     *
     * @param accepted false: the signature of the response did not verify. СМЭВ takes the message for dealt with in
     *                 either case and never delivers it again
     */
    byte[] ack(String responseMessageId, boolean accepted) {
        Document document = xml.empty();
        Element request = types(body(document), "AckRequest");
        Element target = signed(basic(request, "AckTargetMessage"), BY_CALLER);
        target.setAttribute("accepted", String.valueOf(accepted));
        text(target, responseMessageId);
        return finish(document, request, target);
    }

    private byte[] finish(Document document, Element request, Element data) {
        signature.sign(data, types(request, "CallerInformationSystemSignature"));
        return XmlSecurity.standalone(document);
    }

    /** Makes the document an envelope; what stood in it is taken out. */
    private Element body(Document document) {
        for (Node node = document.getFirstChild(); node != null; node = document.getFirstChild()) {
            document.removeChild(node);
        }
        Element envelope = document.createElementNS(SOAP, "soap:Envelope");
        document.appendChild(envelope);
        declare(envelope, "soap", SOAP);
        declare(envelope, "t", types);
        declare(envelope, "b", basic);
        envelope.appendChild(document.createElementNS(SOAP, "soap:Header"));
        Element body = document.createElementNS(SOAP, "soap:Body");
        envelope.appendChild(body);
        return body;
    }

    private static void declare(Element element, String prefix, String namespace) {
        element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, namespace);
    }

    private Element types(Element parent, String localName) {
        return append(parent, types, "t:" + localName);
    }

    private Element basic(Element parent, String localName) {
        return append(parent, basic, "b:" + localName);
    }

    private static Element append(Element parent, String namespace, String name) {
        Element child = parent.getOwnerDocument().createElementNS(namespace, name);
        parent.appendChild(child);
        return child;
    }

    private static Element signed(Element element, String id) {
        element.setAttribute("Id", id);
        return element;
    }

    private static void text(Element element, String text) {
        element.setTextContent(text);
    }

    private static String dateTime(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
