package io.eidroutes.identification.person.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.failure.FailureSummary;
import io.eidroutes.failure.Family;
import io.eidroutes.failure.Kind;
import io.eidroutes.identification.person.PersonTest;
import io.eidroutes.delivery.StandIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The client's webhook is told of an end without a result too. */
class FailureAnnouncementTest extends PersonTest {

    @Test
    void whenTheAdapterRefusesThenTheWebhookIsTold() throws Exception {
        adapter().always(StandIn.Reply.of(400, "{\"message\":\"Проверку можно пройти при достижении 16 летнего возраста\"}"));

        UUID id = identified(HOOKED);
        awaitFailure(id);

        JsonNode document = told(id);
        assertThat(document.path("state").asText()).isEqualTo("failed");
        assertThat(document.at("/failure/family").asText()).isEqualTo("coid");
        assertThat(document.at("/failure/code").asText()).isEqualTo("under-age");
        assertThat(document.at("/failure/kind").asText()).isEqualTo("user");
        assertThat(document.at("/failure/retryable").asBoolean()).isFalse();
        assertThat(document.has("result")).isFalse();
        awaitStates(id, "fetching", "failed");
    }

    @Test
    void whenAnIdentificationExpiresThenTheWebhookIsTold() throws Exception {
        UUID id = UUID.randomUUID();
        work.announce(id, HOOKED, "expired", new FailureSummary(Family.AITU_AUTHORIZATION, "expired", Kind.USER, true));

        JsonNode document = told(id);

        assertThat(document.path("state").asText()).isEqualTo("expired");
        assertThat(document.at("/failure/code").asText()).isEqualTo("expired");
        assertThat(asked()).isEmpty();
    }

    private JsonNode told(UUID id) throws Exception {
        await().untilAsserted(() -> assertThat(webhook().requests()).isNotEmpty());
        await().untilAsserted(() -> assertThat(rows("result_delivery", id)).isZero());
        assertThat(webhook().requests()).hasSize(1);
        JsonNode document = JSON.readTree(webhook().requests().get(0).body());
        assertThat(document.path("id").asText()).isEqualTo(id.toString());
        return document;
    }
}
