package io.eidroutes.consent;

import java.util.Locale;

/** Where a claim is in its life: {@code accepted → sending → sent → answered → delivered}, and the ways aside. */
public enum ClaimState {
    /** Stored; nothing has been sent. */
    ACCEPTED,
    /** An attempt is stored; it may or may not have gone out. */
    SENDING,
    /** СМЭВ has the request; an answer is awaited until the deadline. */
    SENT,
    /** Whether СМЭВ has the request is unknown and asking again might ask twice; waits for an answer or the deadline. */
    UNCERTAIN,
    /** What is stored cannot be decrypted with the present keys; looked at again from time to time. */
    QUARANTINED,
    /** Final: the response is stored. */
    ANSWERED,
    /** Final: the caller has the response. */
    DELIVERED,
    /** Final: the deadline passed without an answer. */
    EXPIRED;

    /** The name used in the store, the API and metrics, for instance {@code accepted}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A final state never changes but from answered to delivered. */
    public boolean isFinal() {
        return this == ANSWERED || this == DELIVERED || this == EXPIRED;
    }

    static ClaimState of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
