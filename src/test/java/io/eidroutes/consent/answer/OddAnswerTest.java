package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers as real systems write them, signed well and not quite as the schema has it. */
class OddAnswerTest extends AnswerTest {

    private static final String UNREADABLE = "EID-UNREADABLE-ANSWER";

    @ParameterizedTest
    @EnumSource(names = {"ODD_NAMES", "MISSING_ELEMENTS", "NO_METADATA"})
    void whenNothingNeededIsMissingThenItAnswersTheClaim(Defect oddity) throws Exception {
        assertSucceeded(answerWith(Effect.Defective.with(oddity)));
        awaitAcks(1);
    }

    @Test
    void whenAFaultHasOddNamesThenItReachesTheCallerVerbatim() throws Exception {
        assertFault(answerWith(Effect.Defective.with(Defect.ODD_NAMES), Effect.Esia.fault("ESIA-020002", "Учетная запись не найдена")),
                "ESIA-020002", "Учетная запись не найдена", "user");
    }

    @Test
    void whenItDoesNotSayWhatItAnswersThenItIsKeptAndAckedAndTheClaimWaitsOn() throws Exception {
        int before = kept();
        ObjectNode claim = example();
        answers(claim, Effect.Defective.with(Defect.NO_ORIGINAL_ID));

        String id = sent(claim);

        awaitAcks(1);
        assertThat(kept()).isEqualTo(before + 1);
        assertWaits(id);
    }

    @Test
    void whenItHoldsADocumentOfAnotherServiceThenItIsKeptAsideAndTheClaimWaitsOn() throws Exception {
        assertKeptAside(Effect.Defective.with(Defect.OTHER_CONTENT));
    }

    @Test
    void whenAFaultNamesNoErrorThenItIsKeptAsideAndTheClaimWaitsOn() throws Exception {
        assertKeptAside(new Effect.Esia("FAULT", "", List.of()));
    }

    @Test
    void whenTheStatusIsUnknownThenItIsKeptAsideAndTheClaimWaitsOn() throws Exception {
        assertKeptAside(new Effect.Esia("PENDING", "1000320657", List.of()));
    }

    private void assertKeptAside(Effect unreadable) throws Exception {
        int before = quarantined(UNREADABLE);
        ObjectNode claim = example();
        answers(claim, unreadable);

        String id = sent(claim);

        await().untilAsserted(() -> assertThat(quarantined(UNREADABLE)).isEqualTo(before + 1));
        assertThat(smev().received().totals().acks()).isZero();
        assertThat(smev().received().queued()).isEqualTo(1);
        assertThat(stored(id, "true")).isZero();
        assertWaits(id);
    }

    private int kept() {
        return jdbc.sql("select count(*) from answer where claim_id is null and original_message_id = ''")
                .query(Integer.class).single();
    }
}
