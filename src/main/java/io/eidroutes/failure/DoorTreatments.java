package io.eidroutes.failure;

import org.apache.camel.Exchange;

/** A call that a door refuses before it belongs to a job: whatever its branch chose, the caller has an answer. */
final class DoorTreatments implements Treatments {

    /** The variable {@code job} of the messages that these treatments are for. */
    static final String JOB = "door";

    private final ProblemAnswers problems;

    DoorTreatments(ProblemAnswers problems) {
        this.problems = problems;
    }

    @Override
    public String job() {
        return JOB;
    }

    @Override
    public void end(Exchange exchange) {
        problems.answer(exchange);
    }
}
