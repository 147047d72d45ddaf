package io.eidroutes.failure;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What {@code failures.yaml} says about one code. It holds our words only, so all of it may be logged and shown.
 *
 * @param family  where the code comes from
 * @param code    the code as documented, or {@code otherwise} for every code of the family that is not named
 * @param kind    the kind that the shipped branch sets; what counts at run time is what the branch did set
 * @param arrived what the failure of a sending says about the message
 * @param status  HTTP status of the problem document, present where a caller can get the failure as one
 * @param message what happened
 * @param advice  what to do about it
 * @param adviceForOperator whether the advice speaks to those who run this system, not to a person at a browser
 * @param source  where the code stands: the document and D (documented for this service) or S (for sibling services), or ours
 * @param match   documented texts that the other side sends in place of a code
 */
public record CatalogueEntry(
        Family family,
        String code,
        Kind kind,
        Arrival arrived,
        OptionalInt status,
        Wording message,
        Wording advice,
        boolean adviceForOperator,
        String source,
        List<String> match) {

    public CatalogueEntry {
        Objects.requireNonNull(family, "family");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(arrived, "arrived");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(advice, "advice");
        Objects.requireNonNull(source, "source");
        match = List.copyOf(match);
    }
}
