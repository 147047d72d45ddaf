package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** RequestStatus: any number of them, and none is the end. */
class InterimStatusTest extends AnswerTest {

    @Test
    void whenThreeStatusesComeFirstThenTheAnswerIsWaitedForAndAllAreAcked() throws Exception {
        HttpResponse<String> answer = answerWith(new Effect.Interim(3, "", ""), new Effect.Late(300));

        assertSucceeded(answer);
        awaitAcks(4);
        assertThat(stored(claimId(answer), "interim and kind = 'interim-status'")).isEqualTo(3);
        assertThat(stored(claimId(answer), "not interim")).isEqualTo(1);
    }

    @Test
    void whenOnlyAStatusComesThenTheClaimWaitsOn() throws Exception {
        ObjectNode claim = example();
        answers(claim, new Effect.Interim(1, "5", "Отказано"), new Effect.Never());

        String id = sent(claim);

        await().untilAsserted(() -> assertThat(stored(id, "interim")).isEqualTo(1));
        awaitAcks(1);
        assertWaits(id);
    }
}
