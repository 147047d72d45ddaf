package io.eidroutes.consent;

import java.time.Duration;
import java.util.Map;

/**
 * What waits, at one moment.
 *
 * @param open               open claims, by state; a state without claims is left out
 * @param held               of them, those that wait for the operator
 * @param oldestOpen         how long ago the oldest open claim was accepted
 * @param oldestDue          how long the claim has been due that has been longest
 * @param quarantinedAnswers answers in quarantine
 */
record ClaimFigures(Map<ClaimState, Long> open, long held, Duration oldestOpen, Duration oldestDue, long quarantinedAnswers) {

    static final ClaimFigures NONE = new ClaimFigures(Map.of(), 0, Duration.ZERO, Duration.ZERO, 0);

    long all() {
        return open.values().stream().mapToLong(Long::longValue).sum();
    }
}
