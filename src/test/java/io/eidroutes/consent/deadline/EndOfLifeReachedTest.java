package io.eidroutes.consent.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Received;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** СМЭВ says that the message's life is over. */
class EndOfLifeReachedTest extends ShortLifeTest {

    @Test
    void whenOurDeadlineIsStillAheadThenANewAttemptIsMade() throws Exception {
        nextSending(Effect.Fault.named("EndOfLifeReached"));

        assertThat(answerTo(claim)).isEqualTo(JSON.readTree(SUCCEEDED));

        List<Received.Message> messages = smev().received().messages();
        assertThat(messages).filteredOn(Received.Message::accepted).hasSize(1);
        assertThat(messages).hasSize(2);
        // The claim lives for seconds: its first message was not good for so long.
        assertThat(Instant.parse(messages.get(1).eol().orElseThrow())).isAfter(messages.get(1).receivedAt().plus(Duration.ofMinutes(30)));
    }

    @Test
    void whenAnAttemptWasUnclearThenClaimWaitsAsUncertain() throws Exception {
        nextSending(new Effect.Close(Effect.Close.Moment.BEFORE_ACCEPTANCE));
        everySending(Effect.Fault.named("EndOfLifeReached"));

        String id = accepted();

        awaitState(id, "uncertain");
        assertThat(smev().received().messages()).hasSize(1);
    }
}
