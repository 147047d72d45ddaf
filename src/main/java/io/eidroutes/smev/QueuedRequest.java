package io.eidroutes.smev;

/**
 * What СМЭВ answers to SendRequest.
 *
 * @param messageId the identifier that СМЭВ took the message under; empty where the answer lacks it
 * @param status    usually {@code requestIsQueued}; empty where the answer lacks it
 */
public record QueuedRequest(String messageId, String status) {
}
