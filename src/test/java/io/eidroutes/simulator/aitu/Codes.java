package io.eidroutes.simulator.aitu;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** The authorization codes; each can be exchanged once. */
final class Codes {

    /** One code; whoever takes it first may exchange it. */
    record Code(Identified identified, Instant issued, AtomicBoolean used) {
    }

    private final Map<String, Code> issued = new ConcurrentHashMap<>();

    String issue(Identified identified) {
        String code = Secrets.next();
        issued.put(code, new Code(identified, Instant.now(), new AtomicBoolean()));
        return code;
    }

    Optional<Code> find(String code) {
        return Optional.ofNullable(issued.get(code));
    }

    void clear() {
        issued.clear();
    }
}
