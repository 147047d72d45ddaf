package io.eidroutes.identification;

import org.junit.jupiter.api.RepeatedTest;

/** Wherever a kill falls: 300 identifications, twelve users a kill, 25 times ({@code mvn verify -Pfaults}). */
class KillAtAnyMomentFaults {

    @RepeatedTest(300 / KillAtAnyMoment.USERS)
    void whenKilledAtAnyMomentThenNoCodeIsSentTwiceAndNobodyIdentifiedIsLost() throws Exception {
        new KillAtAnyMoment().trial();
    }
}
