package io.eidroutes.identification.person;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.identification.IdentificationProgress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Notes what became of each identification, once that has committed. */
final class RecordedProgress implements IdentificationProgress {

    private final Map<UUID, List<String>> states = new ConcurrentHashMap<>();
    private final Map<UUID, FailureSummary> failures = new ConcurrentHashMap<>();
    private final Map<UUID, Failure.Reported> reported = new ConcurrentHashMap<>();

    List<String> states(UUID id) {
        return List.copyOf(states.getOrDefault(id, List.of()));
    }

    FailureSummary failure(UUID id) {
        return failures.get(id);
    }

    Failure.Reported reported(UUID id) {
        return reported.get(id);
    }

    @Override
    public void fetching(UUID id) {
        note(id, "fetching");
    }

    @Override
    public void ready(UUID id) {
        note(id, "ready");
    }

    @Override
    public void delivered(UUID id) {
        note(id, "delivered");
    }

    @Override
    public void failed(UUID id, FailureSummary failure, Failure.Reported words) {
        failures.put(id, failure);
        reported.put(id, words);
        note(id, "failed");
    }

    private void note(UUID id, String state) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                noteNow(id, state);
            }
        });
    }

    private synchronized void noteNow(UUID id, String state) {
        List<String> all = new ArrayList<>(states(id));
        all.add(state);
        states.put(id, List.copyOf(all));
    }
}
