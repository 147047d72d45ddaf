package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.EsiaError;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The answer has room for one error: the first is published, and decides who can do something about it. */
class SeveralEsiaErrorsTest extends AnswerTest {

    private static final EsiaError NO_ACCOUNT = new EsiaError("ESIA-020002", "Учетная запись не найдена");
    private static final EsiaError NO_TYPE = new EsiaError("ESIA-036701", "Не найден тип согласия");
    private static final EsiaError UNNAMED = new EsiaError("", "Ошибка без кода");

    @Test
    void whenThereAreTwoErrorsThenTheFirstIsPublishedAndTheWholeAnswerIsStored() throws Exception {
        HttpResponse<String> answer = answerWith(new Effect.Esia("FAULT", "", List.of(NO_ACCOUNT, NO_TYPE)));

        assertFault(answer, NO_ACCOUNT.code(), NO_ACCOUNT.message(), "user");
        assertThat(stored(claimId(answer), "content is not null")).isEqualTo(1);
    }

    @Test
    void whenTheirOrderIsAnotherThenAnotherIsPublished() throws Exception {
        assertFault(answerWith(new Effect.Esia("FAULT", "", List.of(NO_TYPE, NO_ACCOUNT))),
                NO_TYPE.code(), NO_TYPE.message(), "partner");
    }

    @Test
    void whenTheFirstHasNoCodeThenTheFirstThatHasOneIsPublished() throws Exception {
        assertFault(answerWith(new Effect.Esia("FAULT", "", List.of(UNNAMED, NO_ACCOUNT))),
                NO_ACCOUNT.code(), NO_ACCOUNT.message(), "user");
    }

    @Test
    void whenEsiaSucceededInSpiteOfAnErrorThenTheClaimDidNotFail() throws Exception {
        HttpResponse<String> answer = answerWith(new Effect.Esia("SUCCEEDED", "1000320657", List.of(NO_TYPE)));

        assertThat(JSON.readTree(answer.body()).path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(JSON.readTree(answer.body()).at("/error_status_info/code").asText()).isEqualTo(NO_TYPE.code());
        assertThat(answer.headers().firstValue("EID-Failure-Kind")).isEmpty();
    }

    @Test
    void whenAFaultNamesThePersonThenSoDoesTheAnswer() throws Exception {
        HttpResponse<String> answer = answerWith(new Effect.Esia("FAULT", "1000320657", List.of(NO_TYPE)));

        assertThat(answer.body()).isEqualTo("{\"status\":\"FAULT\",\"person_oid\":\"1000320657\","
                + "\"error_status_info\":{\"code\":\"ESIA-036701\",\"message\":\"Не найден тип согласия\"}}");
    }
}
