package io.eidroutes.failure;

/** What a failure of a sending says about the message: whether the other side has it (methodical recommendations of СМЭВ 3, 3.5, faults). */
public enum Arrival {
    /** Certainly not: nothing of it can have reached the other side. */
    NO,
    /** Nothing certain: it may have been taken, so the same bytes may be sent again and never others by themselves. */
    UNCLEAR,
    /** It came, and was refused. */
    REFUSED
}
