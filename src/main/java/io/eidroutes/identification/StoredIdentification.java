package io.eidroutes.identification;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What the store has of an identification.
 *
 * @param request     what was asked for, until it is erased
 * @param ticketValid whether its start ticket may still open it
 * @param otherPerson it is not the person asked for, which by setting is only marked
 * @param failure     why it came to nothing, or why its last attempt did
 * @param reported    the other side's own words about that failure, for the partner alone
 */
public record StoredIdentification(
        UUID id,
        String client,
        IdentificationState state,
        Optional<IdentificationRequest> request,
        boolean ticketValid,
        Instant createdAt,
        Instant expiresAt,
        boolean otherPerson,
        Optional<FailureSummary> failure,
        Optional<Failure.Reported> reported,
        Optional<Instant> finalAt) {
}
