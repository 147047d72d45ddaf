package io.eidroutes.simulator.smev;

import io.eidroutes.simulator.smev.ContentModel.Part;
import java.util.Optional;
import javax.xml.datatype.DatatypeFactory;
import org.w3c.dom.Element;

/** The envelopes of a sender as the message exchange schema orders them. */
final class Envelopes {

    private static final String CODE = "SMEV-100003";

    private Envelopes() {
    }

    /** Refuses with InvalidContent. */
    static void check(SoapRequest request) {
        Optional<String> violation = model(request).violation(request.root());
        if (violation.isPresent()) {
            throw invalid(violation.get());
        }
        if (request.operation() == Operation.SEND_REQUEST) {
            values(request);
        }
        if (request.operation() == Operation.ACK && request.schema() == SmevSchema.V1_1
                && !request.signed().hasAttribute("accepted")) {
            throw invalid("cvc-complex-type.4: Attribute 'accepted' must appear on element 'AckTargetMessage'.");
        }
    }

    private static ContentModel model(SoapRequest request) {
        SmevSchema schema = request.schema();
        String t = schema.types();
        String b = schema.basic();
        ContentModel signature = ContentModel.of(one(XmlSignature.DS, "Signature"));
        // Optional here, since its absence has a refusal of its own.
        Part caller = new Part(t, "CallerInformationSystemSignature", 0, 1, Optional.of(signature));
        return switch (request.operation()) {
            case SEND_REQUEST -> ContentModel.of(
                    inside(t, "SenderProvidedRequestData", ContentModel.of(
                            one(t, "MessageID"), maybe(t, "ReferenceMessageID"), maybe(t, "TransactionCode"),
                            maybe(t, "NodeID"), maybe(t, "EOL"), one(b, "MessagePrimaryContent"),
                            maybe(t, "PersonalSignature"), maybe(b, "AttachmentHeaderList"),
                            maybe(b, "RefAttachmentHeaderList"), maybe(t, "BusinessProcessMetadata"),
                            new Part(t, "TestMessage", 0, 1, Optional.of(ContentModel.of())))),
                    maybe(b, "AttachmentContentList"), caller, maybe(schema.routing(), "Routing"));
            case GET_RESPONSE -> ContentModel.of(
                    inside(b, "MessageTypeSelector", ContentModel.of(
                            maybe(b, "NamespaceURI"), maybe(b, "RootElementLocalName"), one(b, "Timestamp"), maybe(b, "NodeID"))),
                    caller);
            case ACK -> ContentModel.of(one(b, "AckTargetMessage"), caller);
        };
    }

    private static void values(SoapRequest request) {
        Element data = request.signed();
        String t = request.schema().types();
        length(data, t, "TransactionCode", 1500);
        length(data, t, "NodeID", 50);
        Element content = Xml.child(data, request.schema().basic(), "MessagePrimaryContent").orElseThrow();
        if (Xml.children(content).size() != 1) {
            throw invalid("cvc-complex-type.2.4.b: The content of element 'MessagePrimaryContent' is not complete.");
        }
        Xml.text(data, t, "EOL").ifPresent(Envelopes::instant);
    }

    private static void length(Element data, String namespace, String name, int most) {
        int length = Xml.text(data, namespace, name).map(String::length).orElse(0);
        if (length > most) {
            throw invalid("cvc-maxLength-valid: Value with length = '" + length
                    + "' is not facet-valid with respect to maxLength '" + most + "' for element '" + name + "'.");
        }
    }

    /** Milliseconds of an xs:dateTime; without a zone it is taken as UTC. */
    static long instant(String dateTime) {
        try {
            return DatatypeFactory.newDefaultInstance().newXMLGregorianCalendar(dateTime.trim())
                    .toGregorianCalendar(java.util.TimeZone.getTimeZone("UTC"), null, null).getTimeInMillis();
        } catch (IllegalArgumentException malformed) {
            throw invalid("cvc-datatype-valid.1.2.1: '" + dateTime + "' is not a valid value for 'dateTime'.");
        }
    }

    private static SmevFault invalid(String error) {
        return SmevFault.invalidContent(CODE, "Сообщение не соответствует схеме сервиса СМЭВ", error);
    }

    private static Part one(String namespace, String name) {
        return new Part(namespace, name, 1, 1, ContentModel.ANYTHING);
    }

    private static Part maybe(String namespace, String name) {
        return new Part(namespace, name, 0, 1, ContentModel.ANYTHING);
    }

    private static Part inside(String namespace, String name, ContentModel model) {
        return new Part(namespace, name, 1, 1, Optional.of(model));
    }
}
