package io.eidroutes.identification.person;

import io.eidroutes.delivery.StandIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the partner has erased is gone, wherever it was on its way. */
class ErasureTest extends PersonTest {

    @Test
    void whenAResultIsErasedThenNothingOfThePersonIsLeft() throws Exception {
        UUID id = identified(PARTNER);
        awaitResult(id);

        work.erase(id);

        assertThat(work.find(id)).isEmpty();
        assertThat(rows("personal_data_result", id) + rows("personal_data_fetch", id) + rows("result_delivery", id)).isZero();
    }

    @Test
    void whenAPersonIsErasedWhileTheAdapterAnswersThenTheAnswerIsNotKept() {
        adapter().next(StandIn.Reply.of(200, documentedAnswer().toString().substring(0, 300)).trickling(2).broken());
        UUID id = identified(PARTNER);
        await().until(() -> !asked().isEmpty());

        work.erase(id);

        await().untilAsserted(() -> assertThat(rows("personal_data_fetch", id)).isZero());
        assertThat(work.find(id)).isEmpty();
        awaitStates(id, "fetching");
    }

    @Test
    void whenADeliveryIsErasedThenTheWebhookIsNotCalledAnyMore() {
        webhook().always(StandIn.Reply.of(500, ""));
        UUID id = identified(HOOKED);
        await().until(() -> !webhook().requests().isEmpty());

        work.erase(id);

        await().untilAsserted(() -> assertThat(rows("result_delivery", id)).isZero());
        assertThat(work.find(id)).isEmpty();
    }
}
