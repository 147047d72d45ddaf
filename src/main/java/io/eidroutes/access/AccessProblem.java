package io.eidroutes.access;

import io.eidroutes.failure.DoorFailures;
import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The problem documents of calls that do not reach a route of their own. */
final class AccessProblem {

    private final DoorFailures failures;

    AccessProblem(DoorFailures failures) {
        this.failures = failures;
    }

    /** @param code of the family validation */
    void write(HttpServletResponse response, String code) throws IOException {
        DoorFailures.Refusal refusal = failures.refuse(Failure.of(Family.VALIDATION, code));
        response.setStatus(refusal.status());
        refusal.headers().forEach(response::setHeader);
        response.getOutputStream().write(refusal.problem());
    }
}
