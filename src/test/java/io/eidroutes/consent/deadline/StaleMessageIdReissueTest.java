package io.eidroutes.consent.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Received;
import org.junit.jupiter.api.Test;

/** СМЭВ finds a MessageID stale that is in fact too old. */
class StaleMessageIdReissueTest extends ShortLifeTest {

    @Test
    void whenNoAttemptCanHaveArrivedThenANewMessageIdIsTaken() throws Exception {
        nextSending(Effect.Fault.named("StaleMessageId"));

        assertThat(answerTo(claim)).isEqualTo(JSON.readTree(SUCCEEDED));

        assertThat(smev().received().messages()).hasSize(2);
        assertThat(smev().received().messages()).filteredOn(Received.Message::accepted).hasSize(1);
    }

    @Test
    void whenEveryNewMessageIdIsStaleThenClaimEndsAfterThreeOfThem() throws Exception {
        everySending(Effect.Fault.named("StaleMessageId"));

        assertFault(awaitState(accepted(), "answered"), "StaleMessageId");

        assertThat(smev().received().messages()).hasSize(4);
    }
}
