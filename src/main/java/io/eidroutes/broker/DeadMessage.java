package io.eidroutes.broker;

import java.time.Instant;
import java.util.Map;

/**
 * What an operator is shown of a message that was refused, given up or expired.
 *
 * @param id     its JMSMessageID, by which it is put back or dropped
 * @param since  when it was refused; when it was sent, where the broker gave it up
 * @param reason code of the failure; empty where the broker gave it up
 * @param about  where it lies and where it came from; nothing of its body and none of its sender's properties
 */
public record DeadMessage(String id, Instant since, String reason, Map<String, String> about) {
}
