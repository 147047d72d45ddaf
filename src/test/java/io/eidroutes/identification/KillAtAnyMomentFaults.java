package io.eidroutes.identification;

import org.junit.jupiter.api.RepeatedTest;

/** 300 identifications under kills ({@code mvn verify -Pfaults}): twelve users a kill, 25 times. */
class KillAtAnyMomentFaults {

    @RepeatedTest(300 / KillAtAnyMoment.USERS)
    void whenKilledAtAnyMomentThenNoCodeIsSentTwiceAndNobodyIdentifiedIsLost() throws Exception {
        new KillAtAnyMoment().trial();
    }
}
