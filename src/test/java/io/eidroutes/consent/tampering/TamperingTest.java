package io.eidroutes.consent.tampering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.answer.AnswerTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A delivery that must not be believed changes no claim and is not acknowledged, so that СМЭВ delivers it again. */
abstract class TamperingTest extends AnswerTest {

    private final Effect.Defective defect;
    private final String reason;

    /** @param reason under which it is in quarantine */
    TamperingTest(Effect.Defective defect, String reason) {
        this.defect = defect;
        this.reason = reason;
    }

    @BeforeEach
    void deliverAgainSoon() {
        smev().settings(smev().settings().withRedeliverAfterMillis(100));
    }

    @AfterEach
    void deliverNoMore() {
        smev().reset();
    }

    @Test
    void whenEachDeliveryIsBadThenTheClaimWaitsAndNothingIsAcked() throws Exception {
        int before = quarantined(reason);
        ObjectNode claim = example();
        answers(claim, defect);

        String id = sent(claim);

        await().untilAsserted(() -> assertThat(smev().received().totals().delivered()).isGreaterThanOrEqualTo(3));
        awaitKeptAside(before);
        assertThat(smev().received().totals().acks()).isZero();
        assertThat(stored(id, "true")).isZero();
        assertWaits(id);
    }

    @Test
    void whenAGoodDeliveryFollowsThenItAnswersTheClaim() throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(defect).on(Operation.GET_RESPONSE).always());

        String id = sent(claim);

        await().untilAsserted(() -> assertThat(smev().received().totals().delivered()).isPositive());
        assertWaits(id);
        assertThat(smev().received().totals().acks()).isZero();
        smev().dropScenarios();
        await().untilAsserted(() -> assertThat(read(id).path("response").toString()).isEqualTo(SUCCEEDED));
        awaitAcks(1);
    }

    /** Waits until one more is in quarantine, which came more than once. */
    void awaitKeptAside(int before) {
        await().untilAsserted(() -> {
            assertThat(quarantined(reason)).isEqualTo(before + 1);
            assertThat(timesOfTheLast()).isGreaterThanOrEqualTo(2);
        });
    }

    private int timesOfTheLast() {
        return jdbc.sql("select times from quarantine where reason = :reason order by received_at desc limit 1")
                .param("reason", reason).query(Integer.class).optional().orElse(0);
    }
}
