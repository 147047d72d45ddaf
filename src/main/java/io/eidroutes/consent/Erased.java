package io.eidroutes.consent;

/**
 * What was erased.
 *
 * @param responses   responses of ended claims
 * @param undelivered those among them that nobody had received
 * @param answers     contents of СМЭВ messages
 * @param claims      whole claims with their MessageIDs
 */
public record Erased(int responses, int undelivered, int answers, int claims) {
}
