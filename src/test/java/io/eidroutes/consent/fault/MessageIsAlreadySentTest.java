package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import org.junit.jupiter.api.Test;

/** The reply to a SendRequest was lost after СМЭВ took it. */
class MessageIsAlreadySentTest extends FaultTest {

    @Test
    void whenReplyIsLostAfterAcceptanceThenTheSameMessageIsSentAndTheAnswerComes() throws Exception {
        nextSending(new Effect.Close(Effect.Close.Moment.AFTER_ACCEPTANCE));

        assertSucceeds();

        assertThat(onlyMessage().identicalBytes()).isTrue();
        assertThat(smev().received().acceptedMoreThanOnce()).isEmpty();
    }

    @Test
    void whenMessageWasSentAlreadyThenItIsNotSentAgain() throws Exception {
        nextSending(new Effect.Http(502, "", "", true));

        assertSucceeds();

        assertThat(onlyMessage().count()).isEqualTo(2);
        assertThat(onlyMessage().refusals()).containsExactly("MessageIsAlreadySent");
    }
}
