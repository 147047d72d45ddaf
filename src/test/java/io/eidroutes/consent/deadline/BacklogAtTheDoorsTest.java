package io.eidroutes.consent.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.apache.camel.CamelContext;
import org.apache.camel.ServiceStatus;
import org.apache.camel.builder.RouteBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Too many claims are open: nothing more comes in through any door until some have ended. */
class BacklogAtTheDoorsTest extends ShortLifeTest {

    private static final String DOOR = "from-test";

    @Autowired
    private CamelContext camel;

    @BeforeEach
    void addDoor() throws Exception {
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("seda:test-door").routeId(DOOR).stop();
            }
        });
    }

    @AfterEach
    void removeDoor() throws Exception {
        camel.getRouteController().stopRoute(DOOR);
        camel.removeRoute(DOOR);
    }

    @Test
    void whenTooManyClaimsAreOpenThenDoorsTakeNothingUntilSomeHaveEnded() throws Exception {
        smev().next(Scenario.of(new Effect.Never()).on(Operation.SEND_REQUEST).always());
        String key = UUID.randomUUID().toString();
        String known = example().toString();
        String first = claimId(post(known, "Prefer", "respond-async", "Idempotency-Key", key));
        HttpResponse<String> answer = post(example().toString(), "Prefer", "respond-async");
        for (int claims = 0; answer.statusCode() == 202 && claims < 100; claims++) {
            answer = post(example().toString(), "Prefer", "respond-async");
        }

        JsonNode problem = problem(answer, 429);
        assertThat(problem.path("code").asText()).isEqualTo("EID-TOO-MANY-CLAIMS");
        assertThat(problem.path("retryable").asBoolean()).isTrue();
        assertThat(answer.headers().firstValueAsLong("Retry-After")).hasValue(10);
        assertThat(answer.headers().firstValue("EID-Claim-Id")).isEmpty();
        HttpResponse<String> again = post(known, "Prefer", "respond-async", "Idempotency-Key", key);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
        assertThat(claimId(again)).isEqualTo(first);
        assertThat(get(first).statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(manage("/claims").body()).path("full").asBoolean()).isTrue();
        await().until(() -> camel.getRouteController().getRouteStatus(DOOR) == ServiceStatus.Suspended);
        assertThat(manage("/health/readiness").statusCode()).isEqualTo(200);

        // Their deadline passes.
        await().atMost(Duration.ofSeconds(20)).until(() -> camel.getRouteController().getRouteStatus(DOOR) == ServiceStatus.Started);
        smev().dropScenarios();
        assertThat(answerTo(example())).isEqualTo(JSON.readTree(SUCCEEDED));
    }
}
