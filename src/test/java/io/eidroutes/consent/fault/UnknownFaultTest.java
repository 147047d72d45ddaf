package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.simulator.smev.Effect;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A fault that no document names. */
class UnknownFaultTest extends FaultTest {

    @Test
    void whenUnknownFaultPassesThenTheSameMessageIsTaken() throws Exception {
        nextSendings(3, Effect.Fault.named("SomethingNew"));

        assertSucceeds();

        assertThat(onlyMessage().identicalBytes()).isTrue();
    }

    @Test
    void whenUnknownFaultStaysThenCallerGetsItVerbatimAfterSomeTries() throws Exception {
        everySending(Effect.Fault.named("SomethingNew"));

        HttpResponse<String> answer = answer();

        JsonNode error = JSON.readTree(answer.body()).path("error_status_info");
        assertThat(error.path("code").asText()).isEqualTo("SomethingNew");
        assertThat(error.path("message").asText()).isEqualTo("Описание отказа SomethingNew");
        assertThat(answer.headers().firstValue("EID-Failure-Kind")).contains("unknown");
        assertThat(onlyMessage().count()).isEqualTo(5);
    }

    @Test
    void whenTheNetworkFailsInBetweenThenThatDoesNotCount() throws Exception {
        nextSendings(2, Effect.Fault.named("SomethingNew"));
        nextSendings(3, new Effect.Close(Effect.Close.Moment.BEFORE_ACCEPTANCE));
        everySending(Effect.Fault.named("SomethingNew"));

        assertThat(JSON.readTree(answer().body()).at("/error_status_info/code").asText()).isEqualTo("SomethingNew");

        assertThat(onlyMessage().count()).isEqualTo(3 + 5);
    }
}
