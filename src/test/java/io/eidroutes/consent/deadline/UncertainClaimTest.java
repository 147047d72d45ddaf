package io.eidroutes.consent.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import org.junit.jupiter.api.Test;

/** It can no longer be told whether СМЭВ has the claim: never a new MessageID by itself. */
class UncertainClaimTest extends ShortLifeTest {

    @Test
    void whenAnUnclearAttemptGoesStaleThenClaimWaitsAsUncertainUntilItsDeadline() throws Exception {
        nextSending(new Effect.Close(Effect.Close.Moment.BEFORE_ACCEPTANCE));
        everySending(Effect.Fault.named("StaleMessageId"));

        String id = accepted();

        awaitState(id, "uncertain");
        assertFault(awaitState(id, "expired"), "EID-SEND-UNCERTAIN");
        assertThat(smev().received().messages()).hasSize(1);
    }

    @Test
    void whenAnswerToAnUncertainClaimComesThenItIsAnswered() throws Exception {
        nextSending(new Effect.Close(Effect.Close.Moment.AFTER_ACCEPTANCE));
        everySending(Effect.Fault.named("StaleMessageId"));

        assertThat(answerTo(claim)).isEqualTo(JSON.readTree(SUCCEEDED));

        assertThat(smev().received().messages()).hasSize(1);
    }
}
