package io.eidroutes.consent.validation;

import io.eidroutes.failure.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers what is wrong with one request: everything at once, but only the first finding about one value. A request
 * with more than a thousand is no mistake of a person's; of it the first thousand are told, and that there are more.
 */
final class Violations {

    private static final int MOST = 1000;
    private static final Violation TOO_MANY =
            Violation.of("", "too-many", "More is wrong with the request than the " + MOST + " findings listed.");

    private final Map<String, Violation> byPointer = new LinkedHashMap<>();

    void add(String pointer, String rule, String message) {
        if (byPointer.size() >= MOST) {
            byPointer.putIfAbsent(TOO_MANY.pointer(), TOO_MANY);
            return;
        }
        byPointer.putIfAbsent(pointer, new Violation(pointer, rule, message, EsiaCodes.of(pointer, rule)));
    }

    boolean areNone() {
        return byPointer.isEmpty();
    }

    List<Violation> all() {
        return List.copyOf(byPointer.values());
    }
}
