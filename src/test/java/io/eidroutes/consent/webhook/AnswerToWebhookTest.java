package io.eidroutes.consent.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.eidroutes.consent.answer.AnswerTest;
import io.eidroutes.delivery.StandIn;
import io.eidroutes.simulator.smev.Effect;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A caller that asks for it has the answer brought to its webhook, at least once and with the same delivery id. */
class AnswerToWebhookTest extends AnswerTest {

    @Test
    void whenTheCallerAsksForItsWebhookThenItGetsTheDocumentedAnswerThere() throws Exception {
        HttpResponse<String> accepted = post(example().toString(), "EID-Deliver-To", "webhook");

        assertThat(accepted.statusCode()).isEqualTo(202);
        assertThat(accepted.headers().firstValue("Preference-Applied")).contains("respond-async");
        StandIn.Request delivered = awaitDeliveries(1).get(0);
        assertThat(delivered.target()).isEqualTo("/claims");
        assertThat(delivered.body()).isEqualTo(SUCCEEDED);
        assertThat(delivered.headers().getFirst("EID-Claim-Id")).isEqualTo(claimId(accepted));
        assertThat(delivered.headers().getFirst("EID-State")).isEqualTo("answered");
        assertThat(delivered.headers().getFirst("EID-Signature")).isEqualTo("v1=" + hmac(
                delivered.headers().getFirst("EID-Timestamp") + "." + delivered.body()));
        assertThat(delivered.headers()).doesNotContainKey("Authorization");
        awaitState(claimId(accepted), "delivered");
    }

    @Test
    void whenEsiaRefusesThenTheWebhookGetsTheDocumentedFaultAndItsKind() throws Exception {
        ObjectNode claim = example();
        answers(claim, Effect.Esia.fault("ESIA-036701", "Не найден тип согласия"));

        post(claim.toString(), "EID-Deliver-To", "webhook");

        StandIn.Request delivered = awaitDeliveries(1).get(0);
        assertThat(JSON.readTree(delivered.body()).path("status").asText()).isEqualTo("FAULT");
        assertThat(delivered.headers().getFirst("EID-Failure-Code")).isEqualTo("ESIA-036701");
        assertThat(delivered.headers().getFirst("EID-Failure-Kind")).isEqualTo("partner");
        assertThat(delivered.headers().getFirst("EID-Retryable")).isEqualTo("false");
    }

    @Test
    void whenTheWebhookFailsThenItIsTriedAgainWithTheSameDeliveryId() throws Exception {
        webhook().next(StandIn.Reply.of(503, ""), StandIn.Reply.of(200, "").broken());

        HttpResponse<String> accepted = post(example().toString(), "EID-Deliver-To", "webhook");

        List<StandIn.Request> tries = awaitDeliveries(2);
        awaitState(claimId(accepted), "delivered");
        assertThat(webhook().requests()).extracting(request -> request.headers().getFirst("EID-Delivery-Id"))
                .hasSizeGreaterThanOrEqualTo(2).containsOnly(tries.get(0).headers().getFirst("EID-Delivery-Id"));
        assertThat(webhook().requests()).extracting(StandIn.Request::body).containsOnly(SUCCEEDED);
    }

    @Test
    void whenTheWebhookHasFailedForTooLongThenItIsNotTriedAgain() throws Exception {
        double before = failures("transport", "EID-DELIVERY-DEADLINE", "partner");
        webhook().reset(StandIn.Reply.of(503, ""));
        UUID id = UUID.fromString(claimId(post(example().toString(), "EID-Deliver-To", "webhook")));
        awaitDeliveries(1);

        jdbc.sql("update outcome set final_at = final_at - interval '2' day where claim_id = :id").param("id", id).update();

        await().untilAsserted(() -> assertThat(failures("transport", "EID-DELIVERY-DEADLINE", "partner")).isEqualTo(before + 1));
        assertThat(jdbc.sql("select given_up_at is not null from delivery where claim_id = :id").param("id", id)
                .query(Boolean.class).single()).isTrue();
        assertThat(JSON.readTree(get(id.toString()).body()).path("response").toString()).isEqualTo(SUCCEEDED);
    }

    @Test
    void whenTheClientHasNoWebhookThenTheClaimIsRefused() throws Exception {
        ObjectNode claim = example();
        claim.put("org_ogrn", OTHER_OGRN);

        JsonNode problem = problem(post(claim.toString(), "Authorization", OTHER_CLIENT, "EID-Deliver-To", "webhook"), 403);

        assertThat(problem.at("/errors/0/rule").asText()).isEqualTo("client-webhook");
    }

    @Test
    void whenTheCallerAsksForAnotherChannelThenTheClaimIsRefused() throws Exception {
        JsonNode problem = problem(post(example().toString(), "EID-Deliver-To", "https://elsewhere.example/"), 403);

        assertThat(problem.at("/errors/0/rule").asText()).isEqualTo("client-webhook");
        assertThat(webhook().requests()).isEmpty();
    }

    private List<StandIn.Request> awaitDeliveries(int atLeast) {
        return await().until(() -> webhook().requests(), requests -> requests.size() >= atLeast);
    }

    private void awaitState(String claim, String state) {
        await().untilAsserted(() -> assertThat(JSON.readTree(get(claim).body()).path("state").asText()).isEqualTo(state));
    }

    private static String hmac(String text) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
