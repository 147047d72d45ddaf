package io.eidroutes.simulator.aitu;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the stand-in has seen since the start or the last reset.
 *
 * @param authorizations the newest links, oldest first
 * @param tokenRequests  the newest, oldest first
 * @param logouts        the parameters of the newest, oldest first
 */
public record Received(Totals totals, List<Authorization> authorizations, List<TokenRequest> tokenRequests,
                       List<Map<String, String>> logouts) {

    /**
     * @param authorizations           links that were found right
     * @param callbacks                browsers sent back, by {@code code} or the error; before a scenario changed it
     * @param codesIssued              as many as callbacks with a code
     * @param tokenRequests            all that came, refused ones too
     * @param tokensIssued             exchanges that went well, whether or not the answer arrived
     * @param codesPresented           different codes in token requests, invented ones too
     * @param mostRequestsForOneCode   token requests with the same code: more than 1 is a code sent twice
     * @param trustedPhones            confirmations issued
     * @param keyRequests              of the JWKS
     * @param strangerKeyRequests      of the keys that a token's header names: nobody may fetch them
     * @param followedRedirects        requests that followed a redirect of ours
     * @param redirectsWithCredentials of them, with credentials in header or body
     * @param refusals                 by operation and error, as in {@code TOKEN invalid_grant}
     */
    public record Totals(long authorizations, Map<String, Long> callbacks, long codesIssued, long tokenRequests,
                         long tokensIssued, long codesPresented, long mostRequestsForOneCode, long trustedPhones,
                         long keyRequests, long strangerKeyRequests, long introspections, long logouts,
                         long followedRedirects, long redirectsWithCredentials, Map<String, Long> refusals) {
    }

    /**
     * One authorization link.
     *
     * @param error empty: it was found right
     */
    public record Authorization(Instant at, Map<String, String> parameters, Optional<String> error) {
    }

    /**
     * One token request.
     *
     * @param authentication {@code basic}, {@code post}, {@code none}, {@code both}
     * @param parameters     of the form but for the client's secret
     * @param userAgent      empty: none
     * @param outcome        {@code issued}, or the error
     */
    public record TokenRequest(Instant at, String authentication, Map<String, String> parameters, String userAgent,
                               String outcome) {
    }
}
