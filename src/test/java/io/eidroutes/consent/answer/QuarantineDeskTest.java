package io.eidroutes.consent.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.AnswerStore;
import io.eidroutes.privacy.PersonalData;
import io.eidroutes.simulator.smev.Defect;
import io.eidroutes.simulator.smev.Effect;
import io.eidroutes.smev.AnswerInHand;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
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

    @Autowired
    private PersonalData personal;

    private final List<byte[]> delivered = new CopyOnWriteArrayList<>();
    private UUID kept;

    /** Takes a copy of what the pollers get. */
    private final EventNotifierSupport copies = new EventNotifierSupport() {
        @Override
        public void notify(CamelEvent event) {
            if (event instanceof CamelEvent.ExchangeCompletedEvent) {
                Exchange exchange = ((CamelEvent.ExchangeEvent) event).getExchange();
                if (exchange.getFromRouteId().startsWith("poll-smev")) {
                    AnswerInHand.in(exchange).ifPresent(answer -> delivered.add(answer.raw()));
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

        HttpResponse<String> released = say("POST", "/quarantine/" + kept.toString(), "{\"action\":\"release\"}");

        assertThat(released.statusCode()).as(released.body()).isEqualTo(200);
        assertThat(read(id).path("response").toString()).isEqualTo(SUCCEEDED);
        awaitAcks(1);
        assertThat(smev().received().totals().acksNotAccepted()).isZero();
        assertThat(isKept()).isFalse();
    }

    @Test
    void whenItStillCannotBeBelievedThenItStaysAndNothingIsAcked() throws Exception {
        String id = quarantinedByDefect();

        HttpResponse<String> released = say("POST", "/quarantine/" + kept.toString(), "{\"action\":\"release\"}");

        assertThat(released.statusCode()).isEqualTo(409);
        assertThat(JSON.readTree(released.body()).path("why").asText()).isEqualTo(REASON);
        assertThat(isKept()).isTrue();
        assertThat(read(id).path("state").asText()).isEqualTo("sent");
        assertThat(smev().received().totals().acks()).isZero();
    }

    @Test
    void whenTheOperatorRefusesItThenSmevIsToldAndNothingElseChanges() throws Exception {
        String id = quarantinedByDefect();

        HttpResponse<String> refused = say("POST", "/quarantine/" + kept.toString(), "{\"action\":\"refuse\"}");

        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(200);
        assertThat(smev().received().totals().acksNotAccepted()).isEqualTo(1);
        assertThat(read(id).path("state").asText()).isEqualTo("sent");
        assertThat(stored(id, "true")).isZero();
    }

    @Test
    void whenItIsDroppedThenItIsGone() throws Exception {
        quarantinedByDefect();
        JsonNode shown = shown();
        assertThat(shown.path("reason").asText()).isEqualTo(REASON);
        assertThat(shown.path("times").asInt()).isPositive();
        assertThat(shown.path("firstSeen").asText()).isNotEmpty();

        assertThat(say("DELETE", "/quarantine/" + shown.path("id").asText(), "").statusCode()).isEqualTo(204);

        assertThat(isKept()).isFalse();
        assertThat(say("DELETE", "/quarantine/" + shown.path("id").asText(), "").statusCode()).isEqualTo(404);
        assertThat(say("POST", "/quarantine/" + UUID.randomUUID(), "{\"action\":\"release\"}").statusCode()).isEqualTo(404);
        assertThat(say("POST", "/quarantine/" + UUID.randomUUID(), "{\"action\":\"believe\"}").statusCode()).isEqualTo(400);
    }

    @Test
    void whenSmevDeliversItAgainAndItIsBelievedThenItLeavesQuarantineByItself() throws Exception {
        smev().settings(smev().settings().withRedeliverAfterMillis(300));
        String id = quarantinedThoughGood();

        await().untilAsserted(() -> assertThat(read(id).path("response").toString()).isEqualTo(SUCCEEDED));
        assertThat(isKept()).isFalse();
    }

    private String quarantinedByDefect() throws Exception {
        ObjectNode claim = example();
        answers(claim, Effect.Defective.with(Defect.UNKNOWN_KEY));
        String id = sent(claim);
        await().until(() -> ofClaim(id).isPresent());
        kept = ofClaim(id).orElseThrow();
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
        await().until(() -> delivered.stream().anyMatch(raw -> answers(raw, id)));
        kept = answers.quarantine(REASON, delivered.stream().filter(raw -> answers(raw, id)).findFirst().orElseThrow());
        jdbc.sql("alter table outcome drop constraint no_success").update();
        return id;
    }

    /** Deliveries of the test before may still be on their way into quarantine. */
    private Optional<UUID> ofClaim(String claim) {
        return jdbc.sql("select id, content from quarantine").query((row, i) -> Map.entry(row.getObject("id", UUID.class),
                        personal.decrypt(row.getBytes("content"), "quarantine", row.getObject("id", UUID.class), "content")))
                .list().stream().filter(one -> answers(one.getValue(), claim)).map(Map.Entry::getKey).findFirst();
    }

    private boolean answers(byte[] raw, String claim) {
        return jdbc.sql("select message_id from attempt where claim_id = :id").param("id", UUID.fromString(claim))
                .query(String.class).list().stream().anyMatch(new String(raw, StandardCharsets.UTF_8)::contains);
    }

    private boolean isKept() {
        return jdbc.sql("select exists (select 1 from quarantine where id = :id)").param("id", kept)
                .query(Boolean.class).single();
    }

    private JsonNode shown() throws Exception {
        JsonNode list = JSON.readTree(manage("/quarantine").body());
        return StreamSupport.stream(list.spliterator(), false).filter(one -> one.path("id").asText().equals(kept.toString()))
                .findFirst().orElseThrow();
    }
}
