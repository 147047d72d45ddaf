package io.eidroutes.identification.person.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.identification.person.PersonTest;
import io.eidroutes.delivery.StandIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A delivery that did not arrive is tried again, as the same delivery; meanwhile nothing is erased. */
abstract class UndeliveredTest extends PersonTest {

    private final StandIn.Reply reply;

    UndeliveredTest(StandIn.Reply reply) {
        this.reply = reply;
    }

    @Test
    void whenTheWebhookFailsThenTheSameDeliveryIsTriedUntilItIsTaken() throws Exception {
        webhook().next(reply, reply);

        UUID id = identified(HOOKED);
        awaitStates(id, "fetching", "ready", "delivered");

        assertThat(webhook().requests()).hasSize(3);
        assertThat(webhook().requests()).extracting(request -> request.headers().getFirst("EID-Delivery-Id"))
                .containsOnly(JSON.readTree(webhook().requests().get(0).body()).path("delivery_id").asText());
        assertThat(webhook().requests()).extracting(StandIn.Request::target).containsOnly("/hook?tenant=7");
        assertThat(webhook().requests()).extracting(StandIn.Request::body)
                .containsOnly(webhook().requests().get(0).body());
        assertThat(asked()).hasSize(1);
    }
}
