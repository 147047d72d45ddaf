package io.eidroutes.alert;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * One message: failures of one code, or of several where there were too many messages.
 *
 * @param id      the same however often it is sent
 * @param tallies at least one
 */
record Alert(UUID id, AlertChannel channel, Map<AlertKey, Tally> tallies) {

    Alert {
        if (tallies.isEmpty()) {
            throw new IllegalArgumentException("An alert is about something");
        }
        tallies = Collections.unmodifiableMap(new LinkedHashMap<>(tallies));
    }

    static Alert of(AlertChannel channel, Map<AlertKey, Tally> tallies) {
        return new Alert(UUID.randomUUID(), channel, tallies);
    }

    /** About failures of several codes. */
    boolean several() {
        return tallies.size() > 1;
    }

    Tally total() {
        return tallies.values().stream().reduce(Tally::and).orElseThrow();
    }

    /** What both say, as one message of its own. */
    Alert and(Alert later) {
        Map<AlertKey, Tally> both = new LinkedHashMap<>(tallies);
        later.tallies.forEach((key, tally) -> both.merge(key, tally, Tally::and));
        return of(channel, both);
    }
}
