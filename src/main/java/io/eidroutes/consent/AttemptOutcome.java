package io.eidroutes.consent;

/** What became of an attempt to send. */
enum AttemptOutcome {
    /** Being sent; if its sender is gone, it may have arrived. */
    IN_FLIGHT("in-flight"),
    /** Certainly did not arrive. */
    NOT_SENT("not-sent"),
    /** СМЭВ refused it. */
    REFUSED("refused"),
    /** May have arrived. */
    UNCLEAR("unclear"),
    /** СМЭВ has it. */
    SENT("sent"),
    /** Refused, and another attempt takes its place; never sent again. */
    SUPERSEDED("superseded");

    private final String label;

    AttemptOutcome(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
