package io.eidroutes.consent;

/** What to do with a message of the queue that answers no claim of ours. */
public enum ForeignAnswers {
    /** Store it, acknowledge it, tell the operator. */
    KEEP,
    /** Leave it in the queue for the system that it belongs to. */
    LEAVE,
    /** Store it, bring it to a JMS queue, acknowledge it. */
    FORWARD
}
