package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A fault that says nothing but its faultstring. */
class FaultWithoutDetailTest extends FaultTest {

    private static final Effect BARE = new Effect.Fault("AccessDenied", "", "", true, List.of());

    @Test
    void whenFaultHasNoDetailThenItIsTriedAgain() throws Exception {
        nextSendings(2, BARE);

        assertSucceeds();
    }

    @Test
    void whenFaultWithoutDetailStaysThenCallerGetsItsFaultstring() throws Exception {
        everySending(BARE);

        HttpResponse<String> answer = answer();

        assertThat(JSON.readTree(answer.body()).path("status").asText()).isEqualTo("FAULT");
        assertThat(JSON.readTree(answer.body()).at("/error_status_info/message").asText()).isNotBlank();
        assertThat(onlyMessage().count()).isEqualTo(5);
    }
}
