package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** AsyncProcessingStatus: four categories end the claim, all others do not. */
class AsyncStatusTest extends AnswerTest {

    private static final String REFUSED = "SMEV-403:Бизнес-данные сообщения не соответствуют схеме";

    @ParameterizedTest
    @ValueSource(strings = {"requestIsRejectedBySmev", "cancelled", "messageIsArchived", "doesNotExist"})
    void whenAFinalStatusHasAFaultThenItsCodeAndWordsReachTheCaller(String category) throws Exception {
        HttpResponse<String> answer = answerWith(
                new Effect.AsyncStatus(category, "Подробности", "InvalidContent", "SMEV-403", REFUSED, false));

        assertFault(answer, "SMEV-403", REFUSED, "partner");
        assertThat(stored(claimId(answer), "kind = 'final-status'")).isEqualTo(1);
        awaitAcks(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requestIsRejectedBySmev", "cancelled", "messageIsArchived", "doesNotExist"})
    void whenAFinalStatusHasNoFaultThenItsCategoryAndDetailsReachTheCaller(String category) throws Exception {
        assertFault(answerWith(status(category, "Подробности")), category, "Подробности", "partner");
    }

    @Test
    void whenAFinalStatusHasNoWordsAtAllThenOursStandInTheirPlace() throws Exception {
        HttpResponse<String> answer = answerWith(status("cancelled", ""));

        assertThat(JSON.readTree(answer.body()).at("/error_status_info/code").asText()).isEqualTo("cancelled");
        assertThat(JSON.readTree(answer.body()).at("/error_status_info/message").asText()).isNotBlank();
    }

    @Test
    void whenTheOuterOriginalMessageIdIsWrongThenTheInnerOneCounts() throws Exception {
        assertFault(answerWith(new Effect.AsyncStatus("requestIsRejectedBySmev", "", "AccessDenied", "SMEV-401", "Нет прав", true)),
                "SMEV-401", "Нет прав", "partner");
        awaitAcks(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"requestIsQueued", "requestIsAcceptedBySmev", "requestIsProcessed", "underProcessing",
            "responseIsQueued", "responseIsAcceptedBySmev", "responseIsRejectedBySmev", "responseIsProcessed",
            "messageIsDelivered", "somethingNew"})
    void whenAStatusIsNotFinalThenTheClaimWaitsOn(String category) throws Exception {
        ObjectNode claim = example();
        answers(claim, status(category, "Подробности"), new Effect.Never());

        String id = sent(claim);

        await().untilAsserted(() -> assertThat(stored(id, "interim")).isEqualTo(1));
        awaitAcks(1);
        assertWaits(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"underProcessing", "responseIsRejectedBySmev"})
    void whenTheAnswerFollowsAStatusThenItEndsTheClaim(String category) throws Exception {
        HttpResponse<String> answer = answerWith(status(category, ""));

        assertSucceeded(answer);
        awaitAcks(2);
    }

    private static Effect status(String category, String details) {
        return new Effect.AsyncStatus(category, details, "", "", "", false);
    }
}
