package io.eidroutes.consent.mapping;

import io.eidroutes.failure.Failure;
import java.util.List;
import java.util.Optional;

/**
 * ESIA's answer about one claim: the status of the operation, not the citizen's decision.
 *
 * @param status    {@code SUCCEEDED} or {@code FAULT}
 * @param personOid the person's number at ESIA
 * @param errors    every error, in ESIA's order, codes and texts verbatim; at least one for {@code FAULT}
 * @param json      the documented answer: {@code status}, {@code person_oid}, {@code error_status_info} (the first
 *                  error) and nothing else
 */
public record EsiaAnswer(String status, Optional<String> personOid, List<Failure.Reported> errors, String json) {

    public EsiaAnswer {
        errors = List.copyOf(errors);
    }

    /** The error that the documented answer names: the first that has a code. */
    public Optional<Failure.Reported> published() {
        return errors.stream().filter(error -> !error.code().isEmpty()).findFirst();
    }

    /** Leaves out what is personal or written by ESIA. */
    @Override
    public String toString() {
        return "EsiaAnswer[" + status + ", " + errors.size() + " errors]";
    }
}
