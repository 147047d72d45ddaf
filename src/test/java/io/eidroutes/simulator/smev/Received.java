package io.eidroutes.simulator.smev;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the stand-in has seen since the start or the last reset.
 *
 * @param messages                 the kept records, oldest first
 * @param distinctContentsAccepted how many different business contents were accepted
 * @param acceptedMoreThanOnce     by digest: contents for which ESIA was asked more than once
 * @param queued                   answers that wait for their Ack
 */
public record Received(Totals totals, List<Message> messages, int distinctContentsAccepted,
                       Map<String, Integer> acceptedMoreThanOnce, int queued) {

    /**
     * @param refusals       by the name of the fault, those by scenario too
     * @param unreadable     bodies that are no call of СМЭВ
     * @param getResponses   well-signed GetResponse calls
     * @param emptyAnswers   of them, with an empty queue
     * @param acks           Acks of a message that was there
     * @param acksNotAccepted of them, with accepted="false"
     */
    public record Totals(long sendRequests, long accepted, Map<String, Long> refusals, long unreadable,
                         long getResponses, long emptyAnswers, long delivered, long acks, long acksNotAccepted) {
    }

    /**
     * @param messageId      as it stood in the request
     * @param count          how often it came
     * @param identicalBytes every time with the very same bytes of the HTTP body
     * @param accepted       СМЭВ took it once
     * @param receivedAt     the first time
     * @param schema         version of the message exchange schemas that it is written in; empty unless it came to be judged
     * @param signatureMethod as the sender's signature names it; empty as before
     * @param contentDigest  of the business content; empty unless accepted
     * @param refusals       names of faults, in order
     */
    public record Message(String messageId, int count, boolean identicalBytes, boolean accepted, Optional<String> eol,
                          Optional<String> nodeId, boolean testMessage, Instant receivedAt,
                          Optional<String> schema, Optional<String> signatureMethod, Optional<String> contentDigest, List<String> refusals) {
    }
}
