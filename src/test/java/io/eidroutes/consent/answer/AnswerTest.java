package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.ConsentTest;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What comes back through СМЭВ's queue, and what the caller, the store and СМЭВ see of it. */
public abstract class AnswerTest extends ConsentTest {

    @Autowired
    protected JdbcClient jdbc;

    @BeforeEach
    void answerAtOnce() {
        smev().settings(smev().settings().withAnswerDelayMillis(10));
    }

    /** What happens to the answers to that claim, in each of their deliveries. */
    protected static void answers(ObjectNode claim, Effect... effects) {
        smev().next(Scenario.of(effects).on(Operation.SEND_REQUEST).when(session(claim)));
    }

    /** A claim of its own that is answered so; the caller waits for it. */
    protected HttpResponse<String> answerWith(Effect... effects) throws Exception {
        ObjectNode claim = example();
        answers(claim, effects);
        return answered(claim);
    }

    protected HttpResponse<String> answered(ObjectNode claim) throws Exception {
        HttpResponse<String> answer = post(claim.toString(), "Prefer", "wait=20");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    /** The id of a claim that СМЭВ has; its caller does not wait. */
    protected String sent(ObjectNode claim) throws Exception {
        HttpResponse<String> answer = post(claim.toString(), "Prefer", "respond-async");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return claimId(answer);
    }

    protected JsonNode read(String claim) throws Exception {
        return JSON.readTree(get(claim).body());
    }

    /** An answer may be here before it is noted that its request was sent. */
    protected void assertWaits(String claim) {
        await().untilAsserted(() -> assertThat(read(claim).path("state").asText()).isEqualTo("sent"));
    }

    protected static void assertSucceeded(HttpResponse<String> answer) {
        assertThat(answer.body()).isEqualTo(SUCCEEDED);
        assertThat(answer.headers().firstValue("EID-Failure-Kind")).isEmpty();
        assertThat(answer.headers().firstValue("EID-Retryable")).isEmpty();
    }

    protected static void assertFault(HttpResponse<String> answer, String code, String message, String kind) throws Exception {
        ObjectNode expected = JSON.createObjectNode().put("status", "FAULT");
        expected.putObject("error_status_info").put("code", code).put("message", message);
        assertThat(JSON.readTree(answer.body())).isEqualTo(expected);
        assertThat(answer.headers().firstValue("EID-Failure-Kind")).contains(kind);
        assertThat(answer.headers().firstValue("EID-Retryable")).contains(String.valueOf(kind.equals("retry")));
    }

    protected static void awaitAcks(int count) {
        await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> {
            assertThat(smev().received().totals().acks()).isEqualTo(count);
            assertThat(smev().received().queued()).as("left in the queue").isZero();
        });
    }

    /** How many answers are stored for that claim. */
    protected int stored(String claim, String condition) {
        return jdbc.sql("select count(*) from answer where claim_id = :id and " + condition)
                .param("id", UUID.fromString(claim)).query(Integer.class).single();
    }

    protected int quarantined(String reason) {
        return jdbc.sql("select count(*) from quarantine where reason = :reason").param("reason", reason)
                .query(Integer.class).single();
    }
}
