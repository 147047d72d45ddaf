package io.eidroutes.identification.journey.token;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection breaks, before or after the code was used. */
class TokenAnswerBreaksOffTest extends TokenAnswerTest {

    @ParameterizedTest
    @EnumSource(Disturbance.Close.Moment.class)
    void whenTheConnectionBreaksThenTheCodeIsNotSentAgain(Disturbance.Close.Moment moment) throws Exception {
        // A connection that breaks at once leaves nothing that the stand-in could have read and counted.
        int seen = moment == Disturbance.Close.Moment.BEFORE_READING ? 0 : 1;
        refused(seen, "EID-NO-ANSWER", "retry", new Disturbance.Close(moment));
    }
}
