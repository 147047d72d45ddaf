package io.eidroutes.consent.jms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What the sender of a message gets of a failure, and the id by which the log names it, without a word of the message. */
@ExtendWith(OutputCaptureExtension.class)
class FailureByQueueInLogTest extends QueueTest {

    private static final String MARK = "Скрытофамилин";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"Скрытофамилин\":Скрытофамилин       | malformed-json",
        "{\"org_ogrn\":\"Скрытофамилин\"}     | invalid-claim"})
    void whenAMessageIsRefusedThenItsAnswerItsDeadLetterAndTheLogNameTheSameFailure(String body, String code, CapturedOutput log)
            throws Exception {
        TextMessage request = text(body);
        request.setStringProperty("Note", MARK);
        request.setStringProperty("IdempotencyKey", MARK + System.nanoTime());
        request.setJMSCorrelationID(MARK);
        sendForReply(request);

        Message answer = only(REPLIES);
        String id = answer.getStringProperty("EID_Failure_Id");
        JsonNode problem = JSON.readTree(body(answer));
        assertThat(problem.path("code").asText()).isEqualTo(code);
        assertThat(problem.path("retryable").isBoolean()).isTrue();
        assertThat(problem.path("advice").asText()).isNotBlank();
        assertThat(only(DEAD).getStringProperty("EID_Failure_Id")).isEqualTo(id);
        assertThat(log.getAll()).containsOnlyOnce("Failure validation " + code + ", kind partner, claim none, failure " + id)
                .doesNotContain("Скрыто");
    }

    @Test
    void whenAClaimEndsAsFaultThenTheAnswerIsTheDocumentedOneAndTheLogNamesTheClaim(CapturedOutput log) throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(Effect.Rejected.of("NO_DATA", MARK)).on(Operation.SEND_REQUEST).when(session(claim)));
        sendForReply(text(claim));

        Message answer = only(REPLIES);
        assertThat(JSON.readTree(body(answer))).isEqualTo(JSON.readTree("""
                {"status":"FAULT","error_status_info":{"code":"NO_DATA","message":"Скрытофамилин"}}"""));
        assertThat(answer.getStringProperty("EID_Retryable")).isEqualTo("false");
        assertThat(log.getAll()).containsOnlyOnce("Failure smev-rejection NO_DATA, kind partner, claim "
                + answer.getStringProperty("EID_Claim_Id") + ", failure ").doesNotContain("Скрыто");
    }
}
