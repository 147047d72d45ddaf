package io.eidroutes.failure;

/** What a failure of a sending says about the message: whether the other side has it (SMEV facts, "Faults"). */
public enum Arrival {
    /** Certainly not: nothing of it can have reached the other side. */
    NO,
    /** Nothing certain: it may have been taken, so the same bytes may be sent again and never others by themselves. */
    UNCLEAR,
    /** It came, and was refused. */
    REFUSED
}
