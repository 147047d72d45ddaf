package io.eidroutes.identification;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import java.util.UUID;

/** Writes down how an identified person's data come along. What is further already stays so. */
final class StoredProgress implements IdentificationProgress {

    private final IdentificationStore identifications;

    StoredProgress(IdentificationStore identifications) {
        this.identifications = identifications;
    }

    @Override
    public void fetching(UUID id) {
        identifications.fetching(id);
    }

    @Override
    public void ready(UUID id) {
        identifications.ready(id);
    }

    @Override
    public void delivered(UUID id) {
        identifications.delivered(id);
    }

    @Override
    public void failed(UUID id, FailureSummary failure, Failure.Reported reported) {
        identifications.failed(id, failure, reported);
    }
}
