package io.eidroutes.consent;

import io.eidroutes.failure.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers what is wrong with one request: everything at once, but only the first finding about one value. */
final class Violations {

    private final Map<String, Violation> byPointer = new LinkedHashMap<>();

    void add(String pointer, String rule, String message) {
        byPointer.putIfAbsent(pointer, new Violation(pointer, rule, message, EsiaCodes.of(pointer, rule)));
    }

    boolean areNone() {
        return byPointer.isEmpty();
    }

    List<Violation> all() {
        return List.copyOf(byPointer.values());
    }
}
