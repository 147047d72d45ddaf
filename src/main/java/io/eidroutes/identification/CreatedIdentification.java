package io.eidroutes.identification;

import java.time.Instant;
import java.util.UUID;

/**
 * A new identification.
 *
 * @param ticket    opens its start URL; it is known here and now only
 * @param expiresAt when the ticket stops opening it
 */
public record CreatedIdentification(UUID id, RandomToken ticket, Instant expiresAt) {
}
