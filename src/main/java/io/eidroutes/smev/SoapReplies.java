package io.eidroutes.smev;

import io.eidroutes.failure.Failure;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads what СМЭВ 3 answers. Real answers lack elements that the schema requires and come in several schema versions,
 * so nothing is validated: elements are found by local name. What cannot be read raises the transport failure
 * {@code unreadable-answer}. Verify with {@link SignatureVerifier} before reading.
 */
public final class SoapReplies {

    private static final String SIGNATURE_FAULT = "SignatureVerificationFault";

    private final int maxAnswerBytes;
    private final XmlReader xml = new XmlReader();

    /**
     * @param maxAnswerBytes the longest answer that is read, in bytes
     */
    public SoapReplies(int maxAnswerBytes) {
        this.maxAnswerBytes = maxAnswerBytes;
        XmlSecurity.ready();
    }

    /**
     * Parses an answer: plain XML, or {@code multipart/related} with the envelope in its root part, which СМЭВ uses
     * even for an empty queue. The octets decide which, the content type only helps.
     *
     * @throws Failure transport {@code unreadable-answer}
     */
    public Document parse(Optional<String> contentType, byte[] body) {
        if (body.length > maxAnswerBytes) {
            throw Elements.unreadable();
        }
        if (startsLikeXml(body)) {
            return xml.read(body).orElseThrow(Elements::unreadable);
        }
        try {
            XopAnswer answer = new XopAnswer(contentType, body);
            Document envelope = xml.read(answer.root()).orElseThrow(Elements::unreadable);
            answer.resolve(envelope);
            return envelope;
        } catch (MessagingException | IOException | RuntimeException noMultipart) {
            throw Elements.unreadable();
        }
    }

    /** A multipart begins with a boundary or a preamble; XML with its first tag, maybe after a byte order mark. */
    private static boolean startsLikeXml(byte[] body) {
        for (byte octet : body) {
            if (octet > ' ') {
                return octet == '<';
            }
        }
        return true;
    }

    /** The fault of an envelope; empty when its body holds something else. */
    public Optional<SoapFault> fault(Document envelope) {
        Element fault = content(envelope);
        if (!fault.getLocalName().equals("Fault")) {
            return Optional.empty();
        }
        String faultString = Elements.text(fault, "faultstring").orElse("");
        Optional<Element> detail = Elements.child(fault, "detail").flatMap(d -> Elements.children(d).stream().findFirst());
        return Optional.of(new SoapFault(
                detail.map(SoapReplies::nameOf).orElse(""),
                detail.flatMap(d -> Elements.text(d, "Code")).orElse(""),
                detail.flatMap(d -> Elements.text(d, "Description")).orElse(faultString),
                faultString));
    }

    /** A SignatureVerificationFault says what it is in an inner element of its own name. */
    private static String nameOf(Element detail) {
        String name = detail.getLocalName();
        return name.equals(SIGNATURE_FAULT) ? Elements.text(detail, SIGNATURE_FAULT).orElse(name) : name;
    }

    /**
     * Reads the answer to SendRequest.
     *
     * @throws Failure transport {@code unreadable-answer} when it is no such answer
     */
    public QueuedRequest sendRequestReply(Document envelope) {
        Optional<Element> metadata = Elements.child(content(envelope, "SendRequestResponse"), "MessageMetadata");
        return new QueuedRequest(
                metadata.flatMap(m -> Elements.text(m, "MessageId")).orElse(""),
                metadata.flatMap(m -> Elements.text(m, "Status")).orElse(""));
    }

    /**
     * The message in the answer to GetResponse; empty when the queue is.
     *
     * @throws Failure transport {@code unreadable-answer} when it is no such answer
     */
    public Optional<Element> responseMessage(Document envelope) {
        return Elements.child(content(envelope, "GetResponseResponse"), "ResponseMessage");
    }

    /**
     * Reads a message of the response queue.
     *
     * @throws Failure transport {@code unreadable-answer} when it has no identifier to acknowledge it by, or carries
     *                 none of the known alternatives
     */
    public ReceivedResponse read(Element responseMessage) {
        Element response = Elements.required(responseMessage, "Response");
        Element data = Elements.required(response, "SenderProvidedResponseData");
        Optional<Element> metadata = Elements.child(response, "MessageMetadata");
        Payload payload = payload(data);
        Optional<Element> asyncStatus = Elements.child(data, "AsyncProcessingStatus");
        return new ReceivedResponse(
                metadata.flatMap(m -> Elements.text(m, "MessageId"))
                        .or(() -> Elements.text(data, "MessageID"))
                        .orElseThrow(Elements::unreadable),
                // СМЭВ's own status is about the request that it names itself.
                asyncStatus.flatMap(status -> Elements.text(status, "OriginalMessageId"))
                        .or(() -> Elements.text(response, "OriginalMessageId"))
                        .orElse(""),
                metadata.flatMap(m -> Elements.text(m, "DeliveryTimestamp")).flatMap(SoapReplies::instant),
                metadata.flatMap(m -> Elements.child(m, "Sender")).flatMap(s -> Elements.text(s, "Mnemonic")),
                payload);
    }

    private static Payload payload(Element data) {
        List<Element> rejections = Elements.children(data, "RequestRejected");
        Optional<Element> content = Elements.child(data, "MessagePrimaryContent");
        Optional<Element> status = Elements.child(data, "RequestStatus");
        Optional<Element> asyncStatus = Elements.child(data, "AsyncProcessingStatus");
        List<Payload> alternatives = new ArrayList<>();
        content.map(SoapReplies::primary).ifPresent(alternatives::add);
        status.map(SoapReplies::status).ifPresent(alternatives::add);
        asyncStatus.map(SoapReplies::asyncStatus).ifPresent(alternatives::add);
        if (!rejections.isEmpty()) {
            alternatives.add(rejected(rejections));
        }
        if (alternatives.size() != 1) {
            throw Elements.unreadable();
        }
        return alternatives.get(0);
    }

    private static Payload primary(Element primaryContent) {
        List<Element> roots = Elements.children(primaryContent);
        if (roots.size() != 1) {
            throw Elements.unreadable();
        }
        return new Payload.Content(XmlSecurity.standalone(roots.get(0)));
    }

    private static Payload rejected(List<Element> elements) {
        List<Payload.Rejection> rejections = new ArrayList<>(elements.size());
        for (Element element : elements) {
            rejections.add(new Payload.Rejection(
                    Elements.text(element, "RejectionReasonCode").orElse(""),
                    Elements.text(element, "RejectionReasonDescription").orElse("")));
        }
        return new Payload.Rejected(rejections);
    }

    private static Payload status(Element status) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (Element parameter : Elements.children(status, "StatusParameter")) {
            parameters.put(Elements.text(parameter, "Key").orElse(""), Elements.text(parameter, "Value").orElse(""));
        }
        return new Payload.Status(
                Elements.text(status, "StatusCode").orElse(""),
                Elements.text(status, "StatusDescription").orElse(""),
                Collections.unmodifiableMap(parameters));
    }

    private static Payload asyncStatus(Element status) {
        Optional<Element> fault = Elements.child(status, "SmevFault");
        return new Payload.AsyncStatus(
                Elements.text(status, "StatusCategory"),
                Elements.text(status, "StatusDetails"),
                fault.flatMap(f -> Elements.text(f, "Code")),
                fault.flatMap(f -> Elements.text(f, "Description")));
    }

    static Element content(Document envelope, String localName) {
        Element content = content(envelope);
        if (!content.getLocalName().equals(localName)) {
            throw Elements.unreadable();
        }
        return content;
    }

    private static Element content(Document envelope) {
        Element root = envelope.getDocumentElement();
        if (root == null || !root.getLocalName().equals("Envelope")) {
            throw Elements.unreadable();
        }
        List<Element> contents = Elements.children(Elements.required(root, "Body"));
        if (contents.size() != 1) {
            throw Elements.unreadable();
        }
        return contents.get(0);
    }

    private static Optional<Instant> instant(String dateTime) {
        try {
            return Optional.of(OffsetDateTime.parse(dateTime).toInstant());
        } catch (DateTimeException withoutZoneOrWorse) {
            return Optional.empty();
        }
    }
}
