package io.eidroutes.simulator.smev;

import java.util.List;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A call as it was read: nothing is checked yet but that it is an envelope with a known operation.
 *
 * @param root the child of soap:Body
 */
record SoapRequest(Document document, Operation operation, SmevSchema schema, boolean hasHeader, Element root) {

    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    /** Refuses with a fault that has no detail, as a SOAP stack does before СМЭВ sees the message. */
    static SoapRequest read(byte[] body) {
        Document document = Xml.parse(body).orElseThrow(() -> unreadable("Error reading XMLStreamReader"));
        Element envelope = document.getDocumentElement();
        List<Element> bodies = Xml.children(envelope, SOAP, "Body");
        if (!Xml.is(envelope, SOAP, "Envelope") || bodies.size() != 1 || Xml.children(bodies.get(0)).size() != 1) {
            throw unreadable("No SOAP 1.1 envelope with one element in its body");
        }
        Element root = Xml.children(bodies.get(0)).get(0);
        Operation operation = Operation.ofRoot(root.getLocalName())
                .orElseThrow(() -> unreadable("Message part was not recognized"));
        SmevSchema schema = SmevSchema.ofTypes(Xml.namespaceOf(root))
                .orElseThrow(() -> unreadable("Message part was not recognized"));
        return new SoapRequest(document, operation, schema, Xml.child(envelope, SOAP, "Header").isPresent(), root);
    }

    /** The element that the signature has to cover; only after {@link Envelopes#check}. */
    Element signed() {
        return switch (operation) {
            case SEND_REQUEST -> Xml.child(root, schema.types(), "SenderProvidedRequestData").orElseThrow();
            case GET_RESPONSE -> Xml.child(root, schema.basic(), "MessageTypeSelector").orElseThrow();
            case ACK -> Xml.child(root, schema.basic(), "AckTargetMessage").orElseThrow();
        };
    }

    private static SmevFault unreadable(String text) {
        return new SmevFault(new Effect.Fault("", "", text, true, List.of()));
    }
}
