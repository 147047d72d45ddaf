package io.eidroutes.consent;

/** What came of ending a claim. */
public enum Finish {
    /** The claim has ended with this outcome. */
    DONE,
    /** It had ended before and stays so; the answer, if there was one, is stored as late. */
    LATE,
    /** This very answer is stored already; nothing was changed. */
    DUPLICATE
}
