package io.eidroutes.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import java.nio.file.Files;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** The same name and the same content, together and each for itself. */
@ExtendWith(OutputCaptureExtension.class)
class RepeatedFileTest extends FileTest {

    @Test
    void whenTheSameContentHasTwoNamesThenBothAreAnsweredAndItIsFlagged(CapturedOutput log) throws Exception {
        String content = example().toString();
        String first = newName();
        String second = newName();
        put(first, content);
        awaitResponse(first);
        put(second, content);
        awaitResponse(second);

        assertThat(meta(first).path("EID-Claim-Id")).isNotEqualTo(meta(second).path("EID-Claim-Id"));
        assertThat(log.getAll()).contains(meta(second).path("EID-Claim-Id").asText() + " of client demo has the content of claim "
                + meta(first).path("EID-Claim-Id").asText());
    }

    @Test
    void whenTheSameNameHasNewContentThenAnUnreadAnswerIsNotOverwritten() throws Exception {
        String name = newName();
        put(name, example().toString());
        awaitResponse(name);
        JsonNode first = meta(name);
        ObjectNode other = example();
        answers(other, Effect.Esia.fault("ESIA-036701", "Не найден тип согласия"));
        put(name, other.toString());

        assertThat(awaitResponse(name + ".2").path("status").asText()).isEqualTo("FAULT");
        assertThat(meta(name)).isEqualTo(first);
        assertThat(awaitResponse(name)).isEqualTo(JSON.readTree(SUCCEEDED));
        assertThat(meta(name + ".2").path("EID-Claim-Id")).isNotEqualTo(first.path("EID-Claim-Id"));
    }

    @Test
    void whenTheAnswerWasTakenAwayThenNewContentIsAnsweredUnderTheName() throws Exception {
        String name = newName();
        put(name, example().toString());
        awaitResponse(name);
        Files.delete(inOutbox(name + ".response.json"));
        put(name, example().toString());

        awaitResponse(name);
        assertThat(answers(name)).containsExactly(name + ".meta.json", name + ".response.json");
    }

    @Test
    void whenTheSameContentComesAgainUnderTheNameThenItFindsItsClaimAndIsAnsweredOnceMore() throws Exception {
        String name = newName();
        String content = example().toString();
        put(name, content);
        awaitResponse(name);
        JsonNode meta = meta(name);
        awaitState(meta.path("EID-Claim-Id").asText(), "delivered");
        long sent = smev().received().totals().accepted();
        Files.delete(inOutbox(name + ".response.json"));
        put(name, content);

        assertThat(awaitResponse(name)).isEqualTo(JSON.readTree(SUCCEEDED));
        assertThat(meta(name).path("EID-Delivery-Id")).isEqualTo(meta.path("EID-Delivery-Id"));
        assertThat(meta(name).path("EID-Claim-Id")).isEqualTo(meta.path("EID-Claim-Id"));
        assertThat(smev().received().totals().accepted()).isEqualTo(sent);
    }

    @Test
    void whenTheSameContentComesAgainAndItsAnswerIsErasedThenItIsRefused() throws Exception {
        String name = newName();
        String content = example().toString();
        put(name, content);
        awaitResponse(name);
        String claim = meta(name).path("EID-Claim-Id").asText();
        awaitState(claim, "delivered");
        jdbc.sql("update outcome set response = null, erased = true where claim_id = :id")
                .param("id", UUID.fromString(claim)).update();
        put(name, content);

        awaitProblem(name, "answer-erased");
    }

    @Test
    void whenItIsInTheInboxStillAfterItWasStoredThenItLeavesAndNothingIsSentTwice() throws Exception {
        String name = newName();
        String content = example().toString();
        put(name, content);
        awaitGone(name);
        put(name, content);
        awaitGone(name);

        awaitResponse(name);
        await().untilAsserted(() -> assertThat(smev().received().totals().accepted()).isEqualTo(1));
        assertThat(answers(name)).containsExactly(name + ".meta.json", name + ".response.json");
    }
}
