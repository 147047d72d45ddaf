package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** СМЭВ took so long to answer that another node has taken the claim over: what this one learns changes nothing. */
class LeaseLostTest extends FaultTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whenAnotherNodeHasTheClaimThenItDecidesAndEsiaIsAskedOnce() throws Exception {
        double before = failures("transport", "EID-LEASE-LOST", "retry");
        // The answer comes when the lease is the other node's: a claim that has ended is nobody's.
        smev().next(Scenario.of(new Effect.Slow(1000), new Effect.Late(2000)).on(Operation.SEND_REQUEST).when(session(claim)));
        UUID id = UUID.fromString(claimId(post(claim.toString(), "Prefer", "respond-async")));
        await().until(() -> smev().received().totals().accepted() == 1);

        assertThat(take(id, "'another-node'", "1")).isEqualTo(1);

        await().untilAsserted(() -> assertThat(failures("transport", "EID-LEASE-LOST", "retry")).isEqualTo(before + 1));
        assertThat(jdbc.sql("select lease_owner from open_claim where claim_id = :id").param("id", id)
                .query(String.class).single()).isEqualTo("another-node");
        take(id, "null", "0");
        awaitState(id.toString(), "answered");
        assertThat(smev().received().acceptedMoreThanOnce()).isEmpty();
    }

    private int take(UUID claim, String owner, String minutes) {
        return jdbc.sql("update open_claim set fence = fence + 1, lease_owner = " + owner
                + ", due_at = current_timestamp + interval '" + minutes + "' minute where claim_id = :id").param("id", claim).update();
    }
}
