package io.eidroutes.alert;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * So many failures of one code.
 *
 * @param kind     as the branch set it last
 * @param examples a few claims or identifications that they happened to, by id
 */
record Tally(String kind, long count, Instant first, Instant last, List<String> examples) {

    private static final int EXAMPLES = 5;

    static Tally one(String kind, Instant when, List<String> examples) {
        return new Tally(kind, 1, when, when, examples);
    }

    /** Both together. */
    Tally and(Tally other) {
        return new Tally(other.last.isBefore(last) ? kind : other.kind, count + other.count,
                first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last,
                Stream.concat(examples.stream(), other.examples.stream()).distinct().limit(EXAMPLES).toList());
    }
}
