package io.eidroutes.failure;

import java.util.Arrays;
import java.util.Locale;

/** Who can do something about a failure. Set by the branch of a router, never chosen in Java. */
public enum Kind {
    /** The person concerned can act. */
    USER,
    /** Credentials, contract or configuration: the organisation or its operator must act. */
    PARTNER,
    /** Transient: the same again later may succeed. */
    RETRY,
    /** Tampering: refused, counted, alerted. */
    SECURITY,
    /** A code that no document names; kept verbatim and treated as {@link #PARTNER}. */
    UNKNOWN;

    /**
     * The kind of that name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Kind of(String label) {
        return Arrays.stream(values()).filter(kind -> kind.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no such kind of failure."));
    }

    /** The name used in routes, metrics and problem documents, for instance {@code partner}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
