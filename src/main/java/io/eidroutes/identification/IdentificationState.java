package io.eidroutes.identification;

import java.util.Locale;

/**
 * Where an identification is in its life: {@code created → at-aitu → exchanging → identified → fetching → ready →
 * delivered}, and the ways aside.
 */
public enum IdentificationState {
    /** Stored; nobody has opened the start URL. */
    CREATED,
    /** A browser went to Aitu Passport. */
    AT_AITU,
    /** A callback brought a code, which is being exchanged. */
    EXCHANGING,
    /** Who the person is is stored; the personal data are still to be fetched. */
    IDENTIFIED,
    /** The personal data are being fetched. */
    FETCHING,
    /** The result can be had. */
    READY,
    /** Final: the partner has confirmed the result, or had it erased. */
    DELIVERED,
    /** Final: it came to nothing, and the failure says why. */
    FAILED,
    /** Final: no callback came in time. */
    EXPIRED,
    /** Final: a process ended while it exchanged the code, which is never sent again. */
    INTERRUPTED;

    /** The name used in the store, the API and metrics, for instance {@code at-aitu}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a browser may still begin or end an attempt. */
    public boolean isOpen() {
        return this == CREATED || this == AT_AITU || this == EXCHANGING;
    }

    /** A final state never changes. */
    public boolean isFinal() {
        return this == DELIVERED || this == FAILED || this == EXPIRED || this == INTERRUPTED;
    }

    static IdentificationState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
