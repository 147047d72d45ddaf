package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.AnswerStore;
import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.smev.AnswerInHand;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.StreamSupport;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What an operator may do about an answer that could not be believed. */
class QuarantineDeskTest extends AnswerTest {

    private static final String REASON = "EID-SIGNATURE-UNTRUSTED";

    @Autowired
    private CamelContext camel;

    @Autowired
    private AnswerStore answers;

    private final AtomicReference<byte[]> delivered = new AtomicReference<>();

    /** Takes a copy of what the pollers get. */
    private final EventNotifierSupport copies = new EventNotifierSupport() {
        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.ExchangeCompletedEvent) {
                Exchange exchange = ((CamelEvent.ExchangeEvent) event).getExchange();
                if (exchange.getFromRouteId().startsWith("poll-smev")) {
                    AnswerInHand.in(exchange).ifPresent(answer -> delivered.set(answer.raw()));
                }
            }
        }
    };

    @AfterEach
    void cleanUp() {
        camel.getCamelContextExtension().setEventNotificationApplicable(false);
        camel.getManagementStrategy().removeEventNotifier(copies);
        jdbc.sql("alter table outcome drop constraint if exists no_success").update();
        jdbc.sql("delete from quarantine").update();
        smev().reset();
    }

    @Test
    void whenTheTrustIsMendedThenAReleasedAnswerEndsItsClaimAndIsAcked() throws Exception {
        String id = quarantinedThoughGood();

        HttpResponse<String> released = say("POST", "/quarantine/" + only().path("id").asText(), "{\"action\":\"release\"}");

        assertThat(released.statusCode()).as(released.body()).isEqualTo(200);
        assertThat(read(id).path("response").toString()).isEqualTo(SUCCEEDED);
        awaitAcks(1);
        assertThat(smev().received().totals().acksNotAccepted()).isZero();
        assertThat(quarantined(REASON)).isZero();
    }

    @Test
    void whenItStillCannotBeBelievedThenItStaysAndNothingIsAcked() throws Exception {
        String id = quarantinedByDefect();

        HttpResponse<String> released = say("POST", "/quarantine/" + only().path("id").asText(), "{\"action\":\"release\"}");

        assertThat(released.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(released.body()).path("why").asText()).isEqualTo(REASON);
        assertThat(quarantined(REASON)).isEqualTo(1);
        assertThat(read(id).path("state").asText()).isEqualTo("sent");
        assertThat(smev().received().totals().acks()).isZero();
    }

    @Test
    void whenTheOperatorRefusesItThenSmevIsToldAndNothingElseChanges() throws Exception {
        String id = quarantinedByDefect();

        HttpResponse<String> refused = say("POST", "/quarantine/" + only().path("id").asText(), "{\"action\":\"refuse\"}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(200);
        assertThat(smev().received().totals().acksNotAccepted()).isEqualTo(1);
        assertThat(read(id).path("state").asText()).isEqualTo("sent");
        assertThat(stored(id, "true")).isZero();
    }

    @Test
    void whenItIsDroppedThenItIsGone() throws Exception {
        quarantinedByDefect();
        JsonNode shown = only();
        assertThat(shown.path("times").asInt()).isPositive();
        assertThat(shown.path("firstSeen").asText()).isNotEmpty();

        assertThat(say("DELETE", "/quarantine/" + shown.path("id").asText(), "").statusCode()).isEqualTo(204);

        assertThat(quarantined(REASON)).isZero();
        assertThat(say("DELETE", "/quarantine/" + shown.path("id").asText(), "").statusCode()).isEqualTo(404);
        assertThat(say("POST", "/quarantine/" + UUID.randomUUID(), "{\"action\":\"release\"}").statusCode()).isEqualTo(404);
        assertThat(say("POST", "/quarantine/" + UUID.randomUUID(), "{\"action\":\"believe\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void whenSmevDeliversItAgainAndItIsBelievedThenItLeavesQuarantineByItself() throws Exception {
        smev().settings(smev().settings().withRedeliverAfterMillis(300));
        String id = quarantinedThoughGood();

        await().untilAsserted(() -> assertThat(read(id).path("response").toString()).isEqualTo(SUCCEEDED));
        assertThat(quarantined(REASON)).isZero();
    }

    private String quarantinedByDefect() throws Exception {
        ObjectNode claim = example();
        answers(claim, Effect.Defective.with(Defect.UNKNOWN_KEY));
        String id = sent(claim);
        await().until(() -> quarantined(REASON) == 1);
        assertWaits(id);
        return id;
    }

    /** As if the trust had been wrong when it came: an answer that verifies now, and was not stored then. */
    private String quarantinedThoughGood() throws Exception {
        camel.getManagementStrategy().addEventNotifier(copies);
        copies.start();
        camel.getCamelContextExtension().setEventNotificationApplicable(true);
        jdbc.sql("alter table outcome add constraint no_success check (failure_code is not null) nocheck").update();
        String id = sent(example());
        await().until(() -> delivered.get() != null);
        answers.quarantine(REASON, delivered.get());
        jdbc.sql("alter table outcome drop constraint no_success").update();
        return id;
    }

    private JsonNode only() throws Exception {
        JsonNode list = JSON.readTree(manage("/quarantine").body());
        return StreamSupport.stream(list.spliterator(), false).filter(one -> one.path("reason").asText().equals(REASON))
                .findFirst().orElseThrow();
    }
}
