package io.eidroutes.simulator.smev;

import java.util.Arrays;
import java.util.Optional;

/** The three calls of a sender. */
public enum Operation {
    SEND_REQUEST("SendRequest", "SendRequestRequest"),
    GET_RESPONSE("GetResponse", "GetResponseRequest"),
    ACK("Ack", "AckRequest");

    private final String label;
    private final String root;

    Operation(String label, String root) {
        this.label = label;
        this.root = root;
    }

    static Optional<Operation> ofRoot(String localName) {
        return Arrays.stream(values()).filter(operation -> operation.root.equals(localName)).findFirst();
    }

    /** By the SOAPAction header, quoted or not, with or without {@code urn:}. */
    static Optional<Operation> ofSoapAction(String header) {
        String action = header.replace("\"", "").trim();
        return Arrays.stream(values()).filter(operation -> action.endsWith(operation.label)).findFirst();
    }

    /** As in {@code SendRequest}. */
    public String label() {
        return label;
    }
}
