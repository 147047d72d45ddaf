package io.eidroutes.smev;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which HTTP answers count against СМЭВ: never a SOAP fault, and never a refusal. */
class SmevInTroubleTest {

    @ParameterizedTest
    @CsvSource({
        "200, text/xml, false", "500, text/xml; charset=UTF-8, false", "500, application/soap+xml, false",
        "500, multipart/related; type=x, false", "403, text/html, false", "404, , false",
        "500, text/html, true", "500, , true", "502, text/xml, true", "503, , true", "504, text/html, true"})
    void whenAnAnswerComesThenItIsJudgedByStatusAndType(int status, String type, boolean trouble) {
        BasicClassicHttpResponse answer = new BasicClassicHttpResponse(status);
        if (type != null) {
            answer.setHeader("Content-Type", type);
        }
        assertThat(SmevHttp.inTrouble(answer)).isEqualTo(trouble);
    }
}
