package io.eidroutes.consent.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Received;
import org.junit.jupiter.api.Test;

/** СМЭВ says that the message's life is over. */
class EndOfLifeReachedTest extends ShortLifeTest {

    @Test
    void whenOurDeadlineIsStillAheadThenANewAttemptIsMade() throws Exception {
        nextSending(Effect.Fault.named("EndOfLifeReached"));

        assertThat(answerTo(claim)).isEqualTo(JSON.readTree(SUCCEEDED));

        assertThat(smev().received().messages()).filteredOn(Received.Message::accepted).hasSize(1);
    }
}
