package io.eidroutes.consent.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A claim waits for the operator, who sees why, mends it and says: now. */
class HeldClaimTest extends ConsentTest {

    @Autowired
    private JdbcClient jdbc;

    @Test
    void whenTheOperatorSaysNowThenAHeldClaimIsSent() throws Exception {
        ObjectNode claim = example();
        smev().next(Scenario.of(Effect.Fault.named("CertificateIsExpired")).on(Operation.SEND_REQUEST).when(session(claim)).always());
        String id = claimId(post(claim.toString(), "Prefer", "respond-async"));
        // As long as it is by default, so that it does not go out by itself.
        await().until(() -> jdbc.sql("update open_claim set due_at = current_timestamp + interval '1' hour "
                + "where claim_id = :id and held_for is not null and lease_owner is null").param("id", UUID.fromString(id)).update() == 1);

        JsonNode shown = StreamSupport.stream(JSON.readTree(manage("/claims/held").body()).spliterator(), false)
                .filter(held -> held.path("id").asText().equals(id)).findFirst().orElseThrow();
        assertThat(shown.path("heldFor").asText()).isEqualTo("CertificateIsExpired");
        assertThat(shown.path("tries").asInt()).isPositive();
        await().untilAsserted(() -> assertThat(manage("/prometheus").body())
                .contains("eid_claims_held 1.0").contains("eid_claims_open{state=\"sending\"} 1.0"));

        smev().dropScenarios();
        assertThat(say("POST", "/claims/" + id, "{\"action\":\"try-now\"}").statusCode()).isEqualTo(200);

        await().untilAsserted(() -> assertThat(JSON.readTree(get(id).body()).path("response").toString()).isEqualTo(SUCCEEDED));
        assertThat(JSON.readTree(manage("/claims/held").body()).findValuesAsText("id")).doesNotContain(id);
        assertThat(say("POST", "/claims", "{\"action\":\"try-now\"}").body()).contains("\"claims\":0");
        assertThat(say("POST", "/claims", "{\"action\":\"stop\"}").statusCode()).isEqualTo(400);
        assertThat(manage("/claims/lost").statusCode()).isEqualTo(404);
    }
}
