package io.eidroutes.identification.journey.adapter;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The connection breaks. */
class AdapterAnswerBreaksOffTest extends PassingFailureTest {

    @ParameterizedTest
    @EnumSource(Disturbance.Close.Moment.class)
    void whenTheConnectionBreaksThenItIsAskedAgain(Disturbance.Close.Moment moment) throws Exception {
        // A connection that breaks at once leaves nothing that the stand-in could have read and counted.
        int seen = moment == Disturbance.Close.Moment.BEFORE_READING ? 1 : 2;
        passes(seen, "transport", "connection-reset", new Disturbance.Close(moment));
    }
}
