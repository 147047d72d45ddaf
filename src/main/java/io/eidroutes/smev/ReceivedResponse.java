package io.eidroutes.smev;

import java.time.Instant;
import java.util.Optional;

/**
 * One message of the response queue.
 *
 * @param messageId         the response's own identifier: what Ack carries and what tells duplicates
 * @param originalMessageId the identifier of the request that it answers; empty where the answer lacks it
 * @param deliveryTimestamp when СМЭВ handed it out
 * @param senderMnemonic    the mnemonic of the system that answered
 * @param payload           what it says
 */
public record ReceivedResponse(
        String messageId,
        String originalMessageId,
        Optional<Instant> deliveryTimestamp,
        Optional<String> senderMnemonic,
        Payload payload) {
}
