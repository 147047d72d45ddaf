package io.eidroutes.simulator.smev;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Answers of СМЭВ as XML: the envelopes, the metadata and the signatures of СМЭВ and of ESIA. */
final class AnswerWriter {

    static final String BY_SMEV = "SIGNED_BY_SMEV";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX")
            .withZone(ZoneOffset.ofHours(3));
    private static final String OURS = "790301";

    private final SigningKey smev;
    private final SigningKey esia;
    private final SigningKey stranger;

    /** @param stranger a key that nobody trusts */
    AnswerWriter(SigningKey smev, SigningKey esia, SigningKey stranger) {
        this.smev = smev;
        this.esia = esia;
        this.stranger = stranger;
    }

    /** The message stands in the queue of ESIA. */
    String queued(Names names, boolean indented, String messageId) {
        String metadata = layout("<" + names.types("MessageMetadata") + names.declarations() + " Id=\"" + BY_SMEV + "\">"
                + names.typesElement("MessageId", messageId)
                + names.typesElement("MessageType", "REQUEST")
                + party(names, "Sender", OURS)
                + names.typesElement("SendingTimestamp", TIME.format(Instant.now()))
                + party(names, "Recipient", "emu")
                + names.typesElement("Status", "requestIsQueued")
                + "</" + names.types("MessageMetadata") + ">", indented);
        return envelope(names, "", "SendRequestResponse", metadata + wrap(names, "SMEVSignature",
                XmlSignature.over(metadata, BY_SMEV, smev, "")));
    }

    String acknowledged(Names names) {
        return envelope(names, "", "AckResponse", "");
    }

    String emptyQueue(Names names) {
        return envelope(names, "", "GetResponseResponse", "");
    }

    /** One message of the queue, with its defects. */
    String delivered(Names names, boolean indented, ResponseQueue.Delivered delivered) {
        Answer answer = delivered.answer();
        ContentWriter content = new ContentWriter(names, answer);
        String data = layout(content.senderProvidedData(delivered.messageId()), indented);
        String metadata = answer.has(Defect.NO_METADATA) ? "" : layout(metadata(names, delivered), indented);
        String original = answer.has(Defect.NO_ORIGINAL_ID) ? ""
                : names.typesElement("OriginalMessageId", answer.originalMessageId());
        String senderSignature = senderSignature(names, content, data, answer);
        String sentData = answer.has(Defect.SENDER_TAMPERED) ? Forgery.tamper(data) : data;
        String response = "<" + names.types("Response") + names.declarations() + " Id=\"" + BY_SMEV + "\">"
                + original + sentData + metadata + senderSignature + "</" + names.types("Response") + ">";
        return finish(names, answer, response);
    }

    private String senderSignature(Names names, ContentWriter content, String data, Answer answer) {
        if (content.isBySmev() || answer.has(Defect.UNSIGNED) || answer.has(Defect.SENDER_UNSIGNED)) {
            return "";
        }
        SigningKey key = answer.has(Defect.SENDER_UNKNOWN_KEY) ? stranger : esia;
        return wrap(names, "SenderInformationSystemSignature", XmlSignature.over(data, content.id(), key, ""));
    }

    private String finish(Names names, Answer answer, String response) {
        SigningKey key = answer.has(Defect.UNKNOWN_KEY) ? stranger : smev;
        String hidden = answer.has(Defect.WRAPPED) ? response : "";
        String signature = answer.has(Defect.UNSIGNED) ? ""
                : wrap(names, "SMEVSignature", XmlSignature.over(response, BY_SMEV, key, hidden));
        String read = Forgery.forged(response, answer);
        String message = wrap(names, "ResponseMessage", read + signature);
        String envelope = envelope(names, Forgery.header(response, answer), "GetResponseResponse", message);
        return answer.has(Defect.DOCTYPE) ? "<!DOCTYPE x [<!ENTITY e \"text\">]>" + envelope : envelope;
    }

    private static String metadata(Names names, ResponseQueue.Delivered delivered) {
        String id = names.typesElement("MessageId", delivered.messageId());
        String open = "<" + names.types("MessageMetadata") + names.declarations() + ">";
        String close = "</" + names.types("MessageMetadata") + ">";
        if (delivered.answer().has(Defect.MISSING_ELEMENTS)) {
            return open + id + close;
        }
        String sender = delivered.answer().content() instanceof Effect.AsyncStatus ? "SMEV"
                : delivered.answer().has(Defect.OTHER_SENDER) ? "other" : "emu";
        return open + id
                + names.typesElement("MessageType", "RESPONSE")
                + party(names, "Sender", sender)
                + names.typesElement("SendingTimestamp", TIME.format(delivered.sent()))
                + party(names, "Recipient", OURS)
                + names.typesElement("DeliveryTimestamp", TIME.format(Instant.now()))
                + names.typesElement("Status", "messageIsDelivered") + close;
    }

    private static String party(Names names, String name, String mnemonic) {
        return wrap(names, name, names.typesElement("Mnemonic", mnemonic));
    }

    private static String wrap(Names names, String name, String content) {
        return "<" + names.types(name) + ">" + content + "</" + names.types(name) + ">";
    }

    private static String envelope(Names names, String header, String root, String content) {
        String soap = names.style().soap();
        return "<" + soap + ":Envelope xmlns:" + soap + "=\"" + SoapRequest.SOAP + "\">"
                + (header.isEmpty() ? "" : "<" + soap + ":Header>" + header + "</" + soap + ":Header>")
                + "<" + soap + ":Body><" + names.types(root) + names.declarations() + ">" + content
                + "</" + names.types(root) + "></" + soap + ":Body></" + soap + ":Envelope>";
    }

    /** Line ends before start tags and between end tags: never inside an element that holds text or nothing. */
    private static String layout(String xml, boolean indented) {
        return indented ? xml.replaceAll(">(?=<[^/])", ">\n  ").replaceAll("(</[^>]*>)(?=</)", "$1\n  ") : xml;
    }
}
