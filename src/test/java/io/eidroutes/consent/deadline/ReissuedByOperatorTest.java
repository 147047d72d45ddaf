package io.eidroutes.consent.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.simulator.smev.Effect;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** An operator has found out that СМЭВ does not have an uncertain claim. */
class ReissuedByOperatorTest extends ShortLifeTest {

    @Test
    void whenAnUncertainClaimIsReissuedThenItIsSentUnderAnotherMessageIdAndAnswered() throws Exception {
        nextSending(new Effect.Close(Effect.Close.Moment.BEFORE_ACCEPTANCE));
        everySending(Effect.Fault.named("StaleMessageId"));
        String id = accepted();
        awaitState(id, "uncertain");

        JsonNode shown = StreamSupport.stream(JSON.readTree(manage("/claims/uncertain").body()).spliterator(), false)
                .filter(waiting -> waiting.path("id").asText().equals(id)).findFirst().orElseThrow();
        assertThat(shown.path("heldFor").asText()).isEqualTo("StaleMessageId");
        assertThat(shown.path("heldSince").asText()).isNotEmpty();
        assertThat(shown.at("/messages/0/messageId").asText()).isEqualTo(smev().received().messages().get(0).messageId());
        assertThat(shown.at("/messages/0/mayHaveArrived").asBoolean()).isTrue();
        assertThat(shown.toString()).doesNotContain(session(claim), claim.at("/person_data/snils").asText("no-snils"));

        smev().dropScenarios();
        assertThat(say("POST", "/claims/" + id, "{\"action\":\"reissue\"}").statusCode()).isEqualTo(200);

        assertThat(awaitState(id, "answered").path("response")).isEqualTo(JSON.readTree(SUCCEEDED));
        assertThat(smev().received().messages()).hasSize(2);
        assertThat(smev().received().totals().accepted()).isEqualTo(1);
        assertThat(say("POST", "/claims/" + id, "{\"action\":\"reissue\"}").statusCode()).isEqualTo(404);
    }

    @Test
    void whenTheClaimIsNotUncertainThenItIsNotReissued() throws Exception {
        everySending(new Effect.Never());
        String id = accepted();
        awaitState(id, "sent");

        assertThat(say("POST", "/claims/" + id, "{\"action\":\"reissue\"}").statusCode()).isEqualTo(409);
        assertThat(say("POST", "/claims/" + id, "{\"action\":\"forget\"}").statusCode()).isEqualTo(400);
        assertThat(say("POST", "/claims/" + UUID.randomUUID(), "{\"action\":\"reissue\"}").statusCode()).isEqualTo(404);
        assertThat(say("POST", "/claims/nonsense", "{\"action\":\"reissue\"}").statusCode()).isEqualTo(404);
        assertThat(smev().received().messages()).hasSize(1);
    }
}
