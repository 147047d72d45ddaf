package io.eidroutes.identification;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import java.util.UUID;

/**
 * Learns how an identified person's data come along. Each method is called in the transaction that makes it so, and what
 * it writes commits or falls with that transaction. An id that is not known any more is let be.
 */
public interface IdentificationProgress {

    /** The personal data are asked for, for the first time. */
    void fetching(UUID id);

    /** The result is there to be fetched, or delivered. */
    void ready(UUID id);

    /** The partner has the result, and it is erased. */
    void delivered(UUID id);

    /**
     * There will be no result.
     *
     * @param reported the other side's own words, which may be personal: for the partner alone, and to be encrypted
     */
    void failed(UUID id, FailureSummary failure, Failure.Reported reported);
}
