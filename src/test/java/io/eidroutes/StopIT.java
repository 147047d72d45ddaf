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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** The application is told to stop while it works: it says so first, ends in time, and leaves nothing that has to be waited for. */
class StopIT {

    private static final int CLAIMS = 30;
    /** Of the notice, the claims in flight and the routes; none of the time limits behind them is reached. */
    private static final Duration LONGEST_END = Duration.ofSeconds(25);
    private static final int BY_SIGTERM = 128 + 15;

    @Test
    void whenToldToStopThenNotReadyFirstAndEveryAcceptedClaimIsAnsweredAfterTheNextStart() throws Exception {
        Path folder = RunningJar.workingDirectory();
        try (Simulators simulators = Simulators.start(0)) {
            simulators.smev().settings(simulators.smev().settings().withAnswerDelayMillis(6_000).withRedeliverAfterMillis(1_000));
            simulators.smev().next(Scenario.of(new Effect.Slow(1_500)).on(Operation.SEND_REQUEST).when("slow-").always());
            List<String> accepted = new ArrayList<>();
            try (RunningJar stopped = RunningJar.start(folder, simulators.smevEndpoint(), "--eid.shutdown.notice=4s")) {
                for (int i = 0; i < CLAIMS; i++) {
                    accepted.add(accepted(stopped, (i % 2 == 0 ? "slow-" : "prompt-") + i));
                }
                CompletableFuture<HttpResponse<String>> waits = CompletableFuture.supplyAsync(() -> waitingCaller(stopped));
                await().until(() -> simulators.smev().received().totals().accepted() >= CLAIMS / 2);

                stopped.terminate();

                await().atMost(Duration.ofSeconds(4)).pollInterval(Duration.ofMillis(50)).until(() -> stopped.readiness() == 503);
                accepted.add(accepted(stopped, "slow-after-the-notice"));
                assertThat(stopped.readiness()).isEqualTo(503);
                assertThat(stopped.exitCode(LONGEST_END)).as(stopped.log()).isEqualTo(BY_SIGTERM);
                HttpResponse<String> caller = waits.join();
                assertThat(caller.statusCode()).as(caller.body()).isEqualTo(202);
                accepted.add(caller.headers().firstValue("EID-Claim-Id").orElseThrow());
            }

            assertThat(leases(folder)).as("left to run out").isZero();
            try (RunningJar restarted = RunningJar.start(folder, simulators.smevEndpoint())) {
                await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(500)).untilAsserted(() -> {
                    for (String id : accepted) {
                        assertThat(claim(restarted, id).path("response").path("status").asText()).isEqualTo("SUCCEEDED");
                    }
                });
            }

            Received received = simulators.smev().received();
            assertThat(received.totals().accepted()).isEqualTo(accepted.size());
            assertThat(received.acceptedMoreThanOnce()).isEmpty();
            assertThat(received.messages()).allMatch(Received.Message::identicalBytes);
        }
    }

    private static String accepted(RunningJar jar, String session) throws Exception {
        HttpResponse<String> answer = jar.post(RunningJar.claim(session), "Prefer", "respond-async");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return answer.headers().firstValue("EID-Claim-Id").orElseThrow();
    }

    private static HttpResponse<String> waitingCaller(RunningJar jar) {
        try {
            return jar.post(RunningJar.claim("slow-waiting"), "Prefer", "wait=100");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static long leases(Path folder) throws Exception {
        try (Connection store = DriverManager.getConnection("jdbc:h2:file:" + folder.resolve("data/store"), "eid", "");
                Statement statement = store.createStatement();
                ResultSet open = statement.executeQuery(
                        "select count(*) from open_claim where lease_owner is not null and due_at > current_timestamp")) {
            open.next();
            return open.getLong(1);
        }
    }

    private static JsonNode claim(RunningJar jar, String id) throws Exception {
        HttpResponse<String> read = jar.get(id);
        assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
        return new ObjectMapper().readTree(read.body());
    }
}
