package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.EsiaError;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RequestRejected ends the claim with the provider's reason. */
class RequestRejectedTest extends AnswerTest {

    @ParameterizedTest
    @CsvSource({
            "ACCESS_DENIED, partner",
            "UNKNOWN_REQUEST_DESCRIPTION, partner",
            "NO_DATA, partner",
            "FAILURE, retry",
            "SOMETHING_NEW, unknown"})
    void whenTheRequestIsRejectedThenTheReasonReachesTheCallerVerbatim(String code, String kind) throws Exception {
        String description = "Отказ поставщика " + code;

        HttpResponse<String> answer = answerWith(Effect.Rejected.of(code, description));

        assertFault(answer, code, description, kind);
        assertThat(stored(claimId(answer), "kind = 'rejected'")).isEqualTo(1);
        awaitAcks(1);
    }

    @Test
    void whenThereAreSeveralReasonsThenTheFirstIsPublished() throws Exception {
        Effect rejected = new Effect.Rejected(List.of(
                new EsiaError("NO_DATA", "Данные не найдены"), new EsiaError("FAILURE", "Сбой")));

        assertFault(answerWith(rejected), "NO_DATA", "Данные не найдены", "partner");
    }

    @Test
    void whenTheReasonIsNotDescribedThenTheCallerHasWordsAllTheSame() throws Exception {
        HttpResponse<String> answer = answerWith(Effect.Rejected.of("NO_DATA", ""));

        assertThat(JSON.readTree(answer.body()).at("/error_status_info/code").asText()).isEqualTo("NO_DATA");
        assertThat(JSON.readTree(answer.body()).at("/error_status_info/message").asText()).isNotBlank();
    }
}
