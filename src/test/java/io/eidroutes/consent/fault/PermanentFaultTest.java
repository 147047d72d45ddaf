package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.simulator.smev.Effect;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault that ends the claim: the caller gets it as the documented answer, and nothing is sent again. */
abstract class PermanentFaultTest extends FaultTest {

    private static final String DESCRIPTION = "SMEV-403:Описание отказа";

    private final String fault;

    PermanentFaultTest(String fault) {
        this.fault = fault;
    }

    @Test
    void whenSmevAnswersWithTheFaultThenCallerGetsItAndNothingIsSentAgain() throws Exception {
        everySending(new Effect.Fault(fault, "SMEV-403", DESCRIPTION, false, List.of()));

        HttpResponse<String> answer = answer();

        JsonNode document = JSON.readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(document.path("status").asText()).isEqualTo("FAULT");
        assertThat(document.path("error_status_info").path("code").asText()).isEqualTo(fault);
        assertThat(document.path("error_status_info").path("message").asText()).isEqualTo(DESCRIPTION);
        assertThat(document).hasSize(2);
        assertThat(answer.headers().firstValue("EID-Failure-Kind")).contains("partner");
        assertThat(answer.headers().firstValue("EID-Retryable")).contains("false");
        assertThat(onlyMessage().count()).isEqualTo(1);
    }
}
