package io.eidroutes.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Optional;

/**
 * Where an answer is to be brought, as the door took it from the request; stored encrypted with the claim.
 *
 * @param channel     {@link #FILE}, {@link #QUEUE} or {@link #WEBHOOK}
 * @param address     the name of the file that is answered; the name of the queue; nothing for a webhook, whose URL
 *                    stands in the settings of the client
 * @param correlation what tells the caller which request is answered (JMSCorrelationID); empty where there is none
 */
public record ReturnAddress(String channel, String address, Optional<String> correlation) {

    /** A file in the outbox. */
    public static final String FILE = "file";
    /** A queue of the broker. */
    public static final String QUEUE = "queue";
    /** The client's own server. */
    public static final String WEBHOOK = "webhook";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The client's webhook. */
    public static ReturnAddress webhook() {
        return new ReturnAddress(WEBHOOK, "", Optional.empty());
    }

    /** The file in the outbox that answers a file of that name. */
    public static ReturnAddress file(String name) {
        return new ReturnAddress(FILE, name, Optional.empty());
    }

    /** A queue, with the correlation id of the request if there is one. */
    public static ReturnAddress queue(String name, Optional<String> correlation) {
        return new ReturnAddress(QUEUE, name, correlation);
    }

    /** As it is stored. */
    public String text() {
        return JSON.createObjectNode().put("channel", channel).put("address", address)
                .put("correlation", correlation.orElse(null)).toString();
    }

    /** What {@link #text} wrote. */
    public static ReturnAddress of(String text) {
        try {
            var stored = JSON.readTree(text);
            return new ReturnAddress(stored.path("channel").asText(), stored.path("address").asText(),
                    Optional.ofNullable(stored.path("correlation").textValue()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A return address in the store cannot be read");
        }
    }
}
