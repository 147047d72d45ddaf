package io.eidroutes.identification;

import org.junit.jupiter.api.Test;

/** Wherever a kill falls, each identification ends as the store had it, and no code is sent twice. */
class KillAtAnyMomentIT {

    @Test
    void whenKilledAtAnyMomentThenNoCodeIsSentTwiceAndNobodyIdentifiedIsLost() throws Exception {
        new KillAtAnyMoment().trial();
    }
}
