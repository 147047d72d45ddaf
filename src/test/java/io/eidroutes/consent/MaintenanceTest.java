package io.eidroutes.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;

/** The operator has maintenance on: nothing new comes in through any door, and what was begun goes on. */
class MaintenanceTest extends ConsentTest {

    @Value("${test.data}")
    private Path data;

    @AfterEach
    void end() throws Exception {
        say("POST", "/maintenance", "{\"on\":false}");
        await().until(() -> pausedDoors().isEmpty());
    }

    @Test
    void whenMaintenanceIsOnThenNewClaimsAreRefusedAndWhatWasBegunGoesOn() throws Exception {
        smev().next(Scenario.of(new Effect.Never()).on(Operation.GET_RESPONSE).always());
        String key = UUID.randomUUID().toString();
        ObjectNode begun = example();
        String id = claimId(post(begun.toString(), "Prefer", "respond-async", "Idempotency-Key", key));

        JsonNode on = JSON.readTree(say("POST", "/maintenance", "{\"on\":true}").body());
        HttpResponse<String> refused = post(example().toString());

        assertThat(on.path("on").asBoolean()).isTrue();
        assertThat(on.path("since").asText()).isNotEmpty();
        JsonNode problem = problem(refused, 503);
        assertThat(problem.path("code").asText()).isEqualTo("EID-MAINTENANCE");
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(refused.headers().firstValueAsLong("Retry-After")).hasValue(10);
        assertThat(refused.headers().firstValue("EID-Claim-Id")).isEmpty();
        assertThat(manage("/prometheus").body()).contains("eid_maintenance 1.0");
        assertThat(manage("/health/readiness").statusCode()).isEqualTo(200);
        smev().dropScenarios();
        HttpResponse<String> again = post(begun.toString(), "Prefer", "wait=20", "Idempotency-Key", key);
        assertThat(claimId(again)).isEqualTo(id);
        await().untilAsserted(() -> assertThat(JSON.readTree(get(id).body()).at("/response/status").asText()).isEqualTo("SUCCEEDED"));
    }

    @Test
    void whenMaintenanceIsOnThenDoorsThatFetchTheirWorkTakeNothingUntilItIsOver() throws Exception {
        say("POST", "/maintenance", "{\"on\":true}");
        await().untilAsserted(() -> assertThat(pausedDoors()).containsExactly("from-file", "from-jms"));
        String name = UUID.randomUUID().toString();
        Path unfinished = Files.writeString(data.resolve(name), example().toString());
        Files.move(unfinished, data.resolve("inbox").resolve(name + ".json"), StandardCopyOption.ATOMIC_MOVE);
        Path answer = data.resolve("outbox").resolve(name + ".response.json");

        await().during(Duration.ofSeconds(1)).until(() -> Files.notExists(answer));
        JsonNode off = JSON.readTree(say("POST", "/maintenance", "{\"on\":false}").body());

        assertThat(off.path("on").asBoolean()).isFalse();
        await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(answer));
        assertThat(answerTo(example())).isEqualTo(JSON.readTree(SUCCEEDED));
    }

    private List<String> pausedDoors() throws Exception {
        return StreamSupport.stream(JSON.readTree(manage("/maintenance").body()).path("pausedDoors").spliterator(), false)
                .map(JsonNode::asText).toList();
    }
}
