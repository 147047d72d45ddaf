package io.eidroutes.consent;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What an operator is shown of a claim that waits; nothing of its content.
 *
 * @param heldFor    code of the failure that somebody must mend
 * @param heldSince  when it came last
 * @param tries      sendings that failed
 * @param endOfLife  when it ends by itself
 * @param messages   what was sent for it
 */
public record WaitingClaim(UUID id, String state, Optional<String> heldFor, Optional<Instant> heldSince, Instant acceptedAt,
        Instant endOfLife, int tries, List<Sending> messages) {

    /**
     * @param messageId      the MessageID, under which СМЭВ can be asked about it
     * @param firstSentAt    when its first byte left
     * @param outcome        what became of it
     * @param mayHaveArrived some sending of it was unclear
     */
    public record Sending(UUID messageId, Instant firstSentAt, String outcome, boolean mayHaveArrived) {
    }
}
