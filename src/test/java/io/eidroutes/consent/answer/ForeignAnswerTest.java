package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import org.junit.jupiter.api.Test;

/** An answer to a request that is not ours is kept and acknowledged, and changes no claim. */
class ForeignAnswerTest extends AnswerTest {

    @Test
    void whenAForeignAnswerComesThenItIsKeptAndAckedAndOurClaimWaitsOn() throws Exception {
        int before = foreign();
        ObjectNode claim = example();
        answers(claim, new Effect.Foreign(true));

        String id = sent(claim);

        awaitAcks(1);
        assertThat(foreign()).isEqualTo(before + 1);
        assertThat(stored(id, "true")).isZero();
        assertWaits(id);
    }

    @Test
    void whenAForeignAnswerComesFirstThenOurOwnAnswersTheClaim() throws Exception {
        int before = foreign();

        assertSucceeded(answerWith(new Effect.Foreign(false)));

        awaitAcks(2);
        assertThat(foreign()).isEqualTo(before + 1);
    }


    private int foreign() {
        return jdbc.sql("select count(*) from answer where claim_id is null and content is not null")
                .query(Integer.class).single();
    }
}
