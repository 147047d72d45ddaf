package io.eidroutes.consent;

/**
 * A message of the response queue.
 *
 * @param id                MessageId of the response itself; deduplicates
 * @param originalMessageId MessageID of the request it answers
 * @param kind              what it is, for instance {@code RequestRejected}; at most 60 characters
 * @param content           the message as it came
 */
public record ReceivedAnswer(String id, String originalMessageId, String kind, byte[] content) {
}
