package io.eidroutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.eidroutes.simulator.Simulators;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Received;
import io.eidroutes.simulator.smev.Scenario;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * One of two nodes is killed and does not come back: the other does what it was doing, and receives the answers to what it
 * had sent under a NodeID of its own.
 */
class KilledNodeFaults {

    private static final int IN_FLIGHT = 5;
    private static final int SENT = 10;
    private static final Duration TAKEN_OVER = Duration.ofSeconds(90);

    @Test
    void whenANodeIsKilledThenTheOtherTakesItsClaimsOverAndEsiaWasAskedOnce() throws Exception {
        try (Simulators simulators = Simulators.start(0);
                EmbeddedPostgres postgres = EmbeddedPostgres.start();
                RunningJar killed = start(simulators, postgres, "node-1");
                RunningJar living = start(simulators, postgres, "node-2")) {
            simulators.smev().settings(simulators.smev().settings().withAnswerDelayMillis(10_000).withRedeliverAfterMillis(1_000));
            simulators.smev().next(Scenario.of(new Effect.Slow(120_000)).on(Operation.SEND_REQUEST).when("slow-").always());
            List<String> accepted = accept(killed);
            await().atMost(Duration.ofSeconds(30)).until(() -> simulators.smev().received().totals().accepted() == IN_FLIGHT + SENT);

            JdbcClient store = JdbcClient.create(postgres.getPostgresDatabase());
            await().pollInterval(Duration.ofMillis(50)).until(() -> store.sql("select count(*) from open_claim where lease_owner is not null")
                    .query(Integer.class).single() == IN_FLIGHT);

            killed.kill();

            simulators.smev().dropScenarios();
            await().atMost(TAKEN_OVER).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                for (String id : accepted) {
                    assertThat(read(living, id).path("response").path("status").asText()).isEqualTo("SUCCEEDED");
                }
            });
            Received received = simulators.smev().received();
            assertThat(received.distinctContentsAccepted()).isEqualTo(accepted.size());
            assertThat(received.acceptedMoreThanOnce()).isEmpty();
            assertThat(received.messages()).allMatch(Received.Message::identicalBytes)
                    .allSatisfy(message -> assertThat(message.nodeId()).contains("node-1"));
            assertThat(received.messages().stream().filter(message -> message.count() > 1)).as("sent again").hasSize(IN_FLIGHT);
        }
    }

    private static RunningJar start(Simulators simulators, EmbeddedPostgres postgres, String nodeId) throws Exception {
        return RunningJar.start(RunningJar.workingDirectory(), simulators.smevEndpoint(),
                "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"), "--spring.datasource.username=postgres",
                "--eid.aitu.base=", "--eid.smev.node-id=" + nodeId, "--eid.smev.adopt-after=3s");
    }

    /** Some whose call to SMEV is not answered before the kill, and some that wait for ESIA. */
    private static List<String> accept(RunningJar jar) throws Exception {
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < SENT + IN_FLIGHT; i++) {
            String session = (i < SENT ? "sent-" : "slow-") + i;
            HttpResponse<String> answer = jar.post(RunningJar.claim(session), "Prefer", "respond-async");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            accepted.add(answer.headers().firstValue("EID-Claim-Id").orElseThrow());
        }
        return accepted;
    }

    private static JsonNode read(RunningJar jar, String id) throws Exception {
        HttpResponse<String> read = jar.get(id);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        return new ObjectMapper().readTree(read.body());
    }
}
