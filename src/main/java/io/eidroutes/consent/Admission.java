package io.eidroutes.consent;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import org.apache.camel.Variable;

/** Whether a caller that waits for its answer is let in; doors that fetch their work are paused instead. */
public final class Admission {

    private final Backlog backlog;
    private final ClaimStore claims;

    Admission(Backlog backlog, ClaimStore claims) {
        this.backlog = backlog;
        this.claims = claims;
    }

    /**
     * Refuses while the backlog is over its mark, before anything is stored. Who asks again for a claim that was accepted
     * before is answered nonetheless.
     *
     * @throws Failure transport {@code EID-TOO-MANY-CLAIMS}, {@code EID-STORE-UNREACHABLE}
     */
    public void admit(@Variable("client") String client, @Variable("door") String door,
            @Variable("idempotencyKey") String idempotencyKey) {
        if (!backlog.reachable()) {
            throw Failure.of(Family.TRANSPORT, "EID-STORE-UNREACHABLE");
        }
        if (backlog.full() && (idempotencyKey == null || idempotencyKey.isBlank() || !claims.knows(client, door, idempotencyKey))) {
            throw Failure.of(Family.TRANSPORT, "EID-TOO-MANY-CLAIMS");
        }
    }
}
