package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A code that no document names is not lost and not interpreted. */
class UnknownEsiaCodeTest extends AnswerTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ESIA-099999 | Ошибка, которой нет в документации
            esia-036701 | The case of a code is a part of it
            E 1         | «кавычки» & <знаки> "разные" \\ ${variable.kind}
            otherwise   | Слово нашего каталога
            EID-UNREADABLE-ANSWER | A code of ours cannot come from there
            """)
    void whenEsiaReportsAnUndocumentedCodeThenItReachesTheCallerVerbatim(String code, String message) throws Exception {
        assertFault(answerWith(Effect.Esia.fault(code, message)), code, message, "unknown");
        awaitAcks(1);
    }

    @Test
    void whenEsiaGivesNoWordsThenOursStandInTheirPlace() throws Exception {
        assertFault(answerWith(Effect.Esia.fault("ESIA-036701", "")), "ESIA-036701", "Не найден тип согласия", "partner");
    }

    @Test
    void whenTheCodeIsUndocumentedThenTheStoreHasItNotInTheClear() throws Exception {
        HttpResponse<String> answer = answerWith(Effect.Esia.fault("ESIA-099998", "Петров уже отвечал"));

        assertThat(jdbc.sql("select failure_code from outcome where claim_id = cast(:id as uuid)")
                .param("id", claimId(answer)).query(String.class).single()).isEqualTo("other");
    }
}
