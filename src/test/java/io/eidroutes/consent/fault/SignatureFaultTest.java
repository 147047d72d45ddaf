package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Received;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** СМЭВ does not accept our signature: the claim waits for the operator, then a new attempt is signed anew. */
abstract class SignatureFaultTest extends FaultTest {

    private final String fault;

    SignatureFaultTest(String fault) {
        this.fault = fault;
    }

    @Test
    void whenSmevRefusesTheSignatureThenClaimWaitsAndANewAttemptSucceedsOnceItIsMended() throws Exception {
        nextSendings(2, Effect.Fault.named(fault));

        assertSucceeds();

        assertThat(smev().received().messages()).hasSize(3);
        assertThat(smev().received().messages()).filteredOn(Received.Message::accepted).hasSize(1);
        assertThat(smev().received().totals().refusals()).containsEntry(fault, 2L);
    }

    @Test
    void whenSmevKeepsRefusingTheSignatureThenClaimIsNotEnded() throws Exception {
        everySending(Effect.Fault.named(fault));

        HttpResponse<String> answer = post(claim.toString(), "Prefer", "wait=1");

        assertThat(answer.statusCode()).isEqualTo(202);
        awaitState(claimId(answer), "sending");
        smev().reset();
        awaitState(claimId(answer), "answered");
    }
}
