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
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was accepted survives a process that is killed, and ESIA is asked once. */
class KillIT {

    private static final int CLAIMS = 30;

    @Test
    void whenTheProcessIsKilledThenEachAcceptedClaimIsAnsweredAndEsiaWasAskedOnce() throws Exception {
        Path folder = RunningJar.workingDirectory();
        try (Simulators simulators = Simulators.start(0)) {
            // Until the kill no answer is due; some claims are killed with their call to SMEV unanswered.
            simulators.smev().settings(simulators.smev().settings().withAnswerDelayMillis(12_000).withRedeliverAfterMillis(1_000));
            simulators.smev().next(Scenario.of(new Effect.Slow(60_000)).on(Operation.SEND_REQUEST).when("slow-").times(5));
            List<String> accepted;
            try (RunningJar killed = RunningJar.start(folder, simulators.smevEndpoint())) {
                accepted = accept(killed);
                await().atMost(Duration.ofSeconds(30)).until(() -> simulators.smev().received().totals().accepted() >= CLAIMS / 2);
                killed.kill();
            }

            try (RunningJar restarted = RunningJar.start(folder, simulators.smevEndpoint())) {
                await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                    for (String id : accepted) {
                        assertThat(claim(restarted, id).path("response").path("status").asText()).isEqualTo("SUCCEEDED");
                    }
                });
            }

            Received received = simulators.smev().received();
            assertThat(received.totals().accepted()).isEqualTo(CLAIMS);
            assertThat(received.distinctContentsAccepted()).isEqualTo(CLAIMS);
            assertThat(received.acceptedMoreThanOnce()).isEmpty();
            assertThat(received.messages()).allMatch(Received.Message::identicalBytes);
        }
    }

    private static List<String> accept(RunningJar jar) throws Exception {
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < CLAIMS; i++) {
            String session = (i % 3 == 0 ? "slow-" : "prompt-") + i;
            HttpResponse<String> answer = jar.post(RunningJar.claim(session), "Prefer", "respond-async");
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            accepted.add(answer.headers().firstValue("EID-Claim-Id").orElseThrow());
        }
        return accepted;
    }

    private static JsonNode claim(RunningJar jar, String id) throws Exception {
        HttpResponse<String> read = jar.get(id);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        return new ObjectMapper().readTree(read.body());
    }
}
