package io.eidroutes.simulator.aitu;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The checks in ЦОИД that were passed: one a person, the same at each authorization until a renewal is asked for. */
final class RequestIds {

    private final Map<String, String> byIin = new ConcurrentHashMap<>();
    private final Map<String, String> owners = new ConcurrentHashMap<>();

    String of(String iin, boolean renew) {
        String id = byIin.compute(iin, (same, known) -> known == null || renew ? UUID.randomUUID().toString() : known);
        owners.put(id, iin);
        return id;
    }

    /** Whose check it was. */
    Optional<String> owner(String requestId) {
        return Optional.ofNullable(owners.get(requestId));
    }

    void clear() {
        byIin.clear();
        owners.clear();
    }
}
