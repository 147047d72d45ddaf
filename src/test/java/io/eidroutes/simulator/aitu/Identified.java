package io.eidroutes.simulator.aitu;

/**
 * What an authorization ended with.
 *
 * @param subject the user's, always the same for an IIN
 */
record Identified(AuthorizationRequest request, String iin, String requestId, String subject) {
}
