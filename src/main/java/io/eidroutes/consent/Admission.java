package io.eidroutes.consent;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import io.eidroutes.maintenance.Maintenance;
import org.apache.camel.Variable;

/** Whether a caller that waits for its answer is let in; doors that fetch their work are paused instead. */
public final class Admission {

    private final Backlog backlog;
    private final Maintenance maintenance;
    private final ClaimStore claims;

    Admission(Backlog backlog, Maintenance maintenance, ClaimStore claims) {
        this.backlog = backlog;
        this.maintenance = maintenance;
        this.claims = claims;
    }

    /**
     * Refuses during maintenance and while the backlog is over its mark, before anything is stored. Who asks again for a claim that was accepted
     * before is answered nonetheless.
     *
     * @throws Failure transport {@code EID-MAINTENANCE}, {@code EID-TOO-MANY-CLAIMS}, {@code EID-STORE-UNREACHABLE}
     */
    public void admit(@Variable("client") String client, @Variable("door") String door,
            @Variable("idempotencyKey") String idempotencyKey) {
        if (!backlog.reachable()) {
            throw Failure.of(Family.TRANSPORT, "EID-STORE-UNREACHABLE");
        }
        if ((maintenance.isOn() || backlog.full()) && !isKnown(client, door, idempotencyKey)) {
            maintenance.admit();
            throw Failure.of(Family.TRANSPORT, "EID-TOO-MANY-CLAIMS");
        }
    }

    private boolean isKnown(String client, String door, String idempotencyKey) {
        return idempotencyKey != null && !idempotencyKey.isBlank() && claims.knows(client, door, idempotencyKey);
    }
}
