package io.eidroutes.identification.person.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.identification.person.PersonTest;
import io.eidroutes.delivery.StandIn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** A client with a webhook gets its result signed, and what it has confirmed is erased. */
class WebhookTest extends PersonTest {

    @Test
    void whenTheResultIsThereThenTheWebhookGetsItAndItIsErased() throws Exception {
        UUID id = identified(HOOKED);
        awaitStates(id, "fetching", "ready", "delivered");

        assertThat(webhook().requests()).singleElement().satisfies(request -> {
            JsonNode document = JSON.readTree(request.body());
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.target()).isEqualTo("/hook?tenant=7");
            assertThat(request.headers().getFirst("Content-Type")).isEqualTo("application/json; charset=UTF-8");
            assertThat(request.headers().getFirst("EID-Delivery-Id")).isEqualTo(document.path("delivery_id").asText());
            assertThat(document.path("id").asText()).isEqualTo(id.toString());
            assertThat(document.path("state").asText()).isEqualTo("ready");
            assertThat(document.at("/result/personal_data/person/surname").asText()).isEqualTo("ПРИМЕРОВ");
            assertThat(document.has("failure")).isFalse();
            // Nothing of the calls before: not the adapter's credentials, not its headers.
            assertThat(request.headers()).doesNotContainKey("Authorization");
        });
        assertThat(work.find(id)).isEmpty();
        assertThat(rows("personal_data_result", id) + rows("result_delivery", id)).isZero();
    }

    @Test
    void whenTheWebhookIsCalledThenTheSignatureIsOverTimeAndBody() throws Exception {
        UUID id = identified(HOOKED);
        awaitStates(id, "fetching", "ready", "delivered");

        StandIn.Request request = webhook().requests().get(0);
        String time = request.headers().getFirst("EID-Timestamp");
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] expected = mac.doFinal((time + "." + request.body()).getBytes(StandardCharsets.UTF_8));
        assertThat(request.headers().getFirst("EID-Signature")).isEqualTo("v1=" + HexFormat.of().formatHex(expected));
        assertThat(Instant.ofEpochSecond(Long.parseLong(time))).isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));
    }

    @Test
    void whenTheClientHasNoWebhookThenTheResultWaitsToBeFetched() throws Exception {
        UUID id = identified(PARTNER);
        awaitResult(id);

        assertThat(work.find(id)).isPresent();
        assertThat(webhook().requests()).isEmpty();
    }
}
