package io.eidroutes.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.broker.BrokerClient;
import io.eidroutes.consent.answer.AnswerTest;
import io.eidroutes.delivery.StandIn;
import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.simulator.smev.Operation;
import io.eidroutes.simulator.smev.Scenario;
import jakarta.jms.Message;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.jms.artemis.ArtemisProperties;

/** Failures at the doors are few messages on the queue and at the webhook of the channel that their treatment names. */
class AlertsTest extends AnswerTest {

    private static final String OPERATOR = "eid.operator";
    private static final String SECURITY = "eid.security";
    private static final int FAILURES = 50;
    /** {@code eid.alerts.window} of these tests. */
    private static final Duration WINDOW = Duration.ofSeconds(4);

    @Autowired
    private ArtemisProperties artemis;

    @Autowired
    private AlertGroups groups;

    private BrokerClient broker;

    @BeforeEach
    void begin() throws Exception {
        broker = BrokerClient.of("vm://" + artemis.getEmbedded().getServerId());
        // What other tests of this application have raised.
        groups.rest();
        broker.drain(OPERATOR, SECURITY);
        alertHook().reset(StandIn.Reply.of(200, ""));
    }

    @AfterEach
    void end() throws Exception {
        alertHook().always(StandIn.Reply.of(200, ""));
        smev().reset();
        broker.close();
    }

    @Test
    void whenFiftyClaimsFailAlikeThenOneMessageGoesAtOnceAndTheirSumLater() throws Exception {
        smev().next(Scenario.of(Effect.Esia.fault("ESIA-005003", "Нет прав у Тайнофамилина")).on(Operation.SEND_REQUEST).always());
        Set<String> claims = new HashSet<>();
        for (int i = 0; i < FAILURES; i++) {
            claims.add(sent(example()));
        }

        List<JsonNode> messages = messages(OPERATOR, "ESIA-005003", FAILURES);

        JsonNode first = messages.get(0);
        // Two, unless this machine is so busy that the claims take longer than a window.
        long windows = Duration.between(Instant.parse(first.path("first").asText()),
                Instant.parse(messages.get(messages.size() - 1).path("last").asText())).dividedBy(WINDOW);
        assertThat(messages).hasSizeBetween(2, 2 + (int) windows);
        assertThat(first.path("count").asInt()).isEqualTo(1);
        assertThat(first.path("channel").asText()).isEqualTo("operator");
        assertThat(first.path("family").asText()).isEqualTo("esia");
        assertThat(first.path("kind").asText()).isEqualTo("partner");
        assertThat(first.at("/message/en").asText()).isNotBlank();
        assertThat(first.path("first")).isEqualTo(first.path("last"));
        assertThat(first.path("node").asText()).isNotBlank();
        JsonNode second = messages.get(1);
        assertThat(second.path("first").asText()).isLessThanOrEqualTo(second.path("last").asText());
        assertThat(second.path("examples")).hasSizeBetween(1, 5).allSatisfy(id -> assertThat(claims).contains(id.asText()));
        assertThat(messages.toString()).doesNotContain("Тайно");
        List<StandIn.Request> called = await().until(() -> called("ESIA-005003"), requests -> requests.size() >= messages.size());
        assertThat(called).extracting(StandIn.Request::body).containsExactlyInAnyOrderElementsOf(
                messages.stream().map(JsonNode::toString).toList());
        for (StandIn.Request request : called) {
            assertThat(request.headers().getFirst("EID-Alert-Id")).isEqualTo(JSON.readTree(request.body()).path("id").asText());
            assertThat(request.headers().getFirst("EID-Signature")).isEqualTo("v1=" + hmac(
                    request.headers().getFirst("EID-Timestamp") + "." + request.body()));
        }
    }

    @Test
    void whenAnAnswerIsTamperedWithThenTheSecurityChannelIsToldAndNotTheOperator() throws Exception {
        ObjectNode claim = example();
        answers(claim, Effect.Defective.with(Defect.TAMPERED));
        sent(claim);

        JsonNode alert = messages(SECURITY, "EID-SIGNATURE-INVALID", 1).get(0);

        assertThat(alert.path("channel").asText()).isEqualTo("security");
        assertThat(alert.path("family").asText()).isEqualTo("smev-fault");
        assertThat(alert.path("kind").asText()).isEqualTo("security");
        assertThat(called("EID-SIGNATURE-INVALID")).as("at the operator's").isEmpty();
    }

    @Test
    void whenAWayIsClosedThenClaimsGoOnAndTheAlertComesOnceItIsOpen() throws Exception {
        alertHook().always(StandIn.Reply.of(503, ""));
        double failed = alerts("failed");

        assertFault(answerWith(Effect.Esia.fault("Тайнокод", "Тайнофамилин")), "Тайнокод", "Тайнофамилин", "unknown");

        JsonNode alert = messages(OPERATOR, "other", 1).get(0);
        assertThat(alert.toString()).doesNotContain("Тайно");
        await().until(() -> alerts("failed") >= failed + 2);
        assertSucceeded(answered(example()));
        alertHook().reset(StandIn.Reply.of(200, ""));
        await().untilAsserted(() -> assertThat(called("other")).extracting(StandIn.Request::body).containsExactly(alert.toString()));
        assertThat(alerts("sent")).isPositive();
    }

    /** The messages about that code, until they tell of so many failures. */
    private List<JsonNode> messages(String queue, String code, int failures) throws Exception {
        List<JsonNode> messages = new ArrayList<>();
        for (int told = 0; told < failures;) {
            Message message = broker.next(broker.queue(queue));
            JsonNode alert = JSON.readTree(message.getBody(String.class));
            assertThat(message.getStringProperty("EID_Alert_Id")).isEqualTo(alert.path("id").asText());
            if (alert.path("code").asText().equals(code)) {
                messages.add(alert);
                told += alert.path("count").asInt();
            }
        }
        return messages;
    }

    private static List<StandIn.Request> called(String code) {
        return alertHook().requests().stream().filter(request -> request.body().contains("\"code\":\"" + code + "\"")).toList();
    }

    private double alerts(String outcome) throws Exception {
        return manage("/prometheus").body().lines()
                .filter(line -> line.startsWith("eid_alerts_total{") && line.contains("channel=\"operator\"")
                        && line.contains("outcome=\"" + outcome + "\""))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).sum();
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
