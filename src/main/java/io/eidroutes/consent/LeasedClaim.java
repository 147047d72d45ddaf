package io.eidroutes.consent;

import io.eidroutes.trace.TraceParent;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A claim that one owner may work on until the lease ends.
 *
 * @param fence         counts the leases of this claim; a write under an older one is refused
 * @param payload       the request; empty where a claim past its deadline cannot be decrypted
 * @param endOfLife     the deadline
 * @param pastEndOfLife the deadline has passed by the database's clock
 * @param tries         sendings that failed so far
 * @param faults        sendings of them that ended in a fault which ends the claim if it stays
 * @param attempts      number of the last attempt, 0 if there was none
 * @param attempt       the attempt that is to be sent again; empty: map and sign anew
 * @param everUnclear   any attempt of this claim may have arrived
 */
public record LeasedClaim(UUID id, long fence, String owner, String client, String door, String routingCode,
                          ClaimState state, byte[] payload, Instant endOfLife, boolean pastEndOfLife, int tries,
                          int faults, int attempts, Optional<Attempt> attempt, boolean everUnclear,
                          Optional<TraceParent> trace) {

    LeasedClaim sending(Attempt now) {
        return new LeasedClaim(id, fence, owner, client, door, routingCode, ClaimState.SENDING, payload, endOfLife,
                pastEndOfLife, tries, faults, now.n(), Optional.of(now), everUnclear, trace);
    }
}
