package io.eidroutes.identification.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which HTTP answers count against the adapter: never what it says of a person, with whatever status. */
class AdapterInTroubleTest {

    @ParameterizedTest
    @CsvSource({
        "200, application/json, false", "400, application/json, false", "401, , false", "404, text/html, false",
        "500, application/json; charset=UTF-8, false", "500, text/plain, true", "500, , true",
        "502, application/json, true", "503, application/json, true", "504, , true"})
    void whenAnAnswerComesThenItIsJudgedByStatusAndType(int status, String type, boolean trouble) {
        BasicClassicHttpResponse answer = new BasicClassicHttpResponse(status);
        if (type != null) {
            answer.setHeader("Content-Type", type);
        }
        assertThat(AdapterCall.inTrouble(answer)).isEqualTo(trouble);
    }
}
