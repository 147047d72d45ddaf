package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** An answer that comes again is acknowledged again, and changes nothing. */
class DuplicateAnswerTest extends AnswerTest {

    @Test
    void whenTheSameMessageComesTwiceThenItIsStoredOnceAndAckedTwice() throws Exception {
        HttpResponse<String> answer = answerWith(new Effect.Duplicate(false));

        assertSucceeded(answer);
        awaitAcks(2);
        assertThat(stored(claimId(answer), "true")).isEqualTo(1);
        assertThat(read(claimId(answer)).path("response").toString()).isEqualTo(SUCCEEDED);
    }

    /** Two pollers take the two at once, so which one is first is theirs to decide. */
    @Test
    void whenTwoAnswersDifferThenTheFirstWinsAndTheSecondIsStoredAsLate() throws Exception {
        HttpResponse<String> answer = answerWith(new Effect.Duplicate(true));

        awaitAcks(2);
        assertThat(stored(claimId(answer), "not late")).isEqualTo(1);
        assertThat(stored(claimId(answer), "late")).isEqualTo(1);
        assertThat(read(claimId(answer)).path("response")).isEqualTo(JSON.readTree(answer.body()));
    }
}
