package io.eidroutes.simulator.coid;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the stand-in has seen since the start or the last reset.
 *
 * @param requests  all that came, refused ones too
 * @param delivered answers with a person's data, whether or not they arrived
 * @param refusals  by reason
 * @param followedRedirects requests that followed a redirect of ours
 * @param newest    the newest, oldest first
 */
public record Received(long requests, long delivered, Map<String, Long> refusals, long followedRedirects,
                       List<PersonalDataRequest> newest) {

    /**
     * One request.
     *
     * @param outcome {@code delivered}, or the reason of the refusal
     */
    public record PersonalDataRequest(Instant at, String method, String iin, String requestId, String outcome) {
    }
}
