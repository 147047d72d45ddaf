package io.eidroutes.consent;

import java.util.UUID;

/**
 * A stored attempt to send, to be sent again as it is.
 *
 * @param n           1 for the first
 * @param messageId   СМЭВ MessageID, UUID version 1
 * @param envelope    the very bytes
 * @param everUnclear it may have arrived at СМЭВ
 */
public record Attempt(int n, UUID messageId, byte[] envelope, boolean everUnclear) {
}
