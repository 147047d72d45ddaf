package io.eidroutes.identification.person.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.identification.person.PersonTest;
import io.eidroutes.delivery.StandIn;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A webhook that never takes a result is called until the time that the setting allows; the result can be fetched. */
class DeliveryDeadlineTest extends PersonTest {

    @Test
    void whenTheTimeIsOverThenItIsNotTriedAnyMoreAndTheResultStays() {
        webhook().always(StandIn.Reply.of(503, ""));
        UUID id = identified(HOOKED);
        await().until(() -> webhook().requests().size() > 1);

        jdbc.sql("update result_delivery set deadline = current_timestamp where identification_id = :id")
                .param("id", id).update();

        await().untilAsserted(() -> assertThat(rows("result_delivery", id)).isZero());
        assertThat(work.find(id)).isPresent();
        awaitStates(id, "fetching", "ready");
    }
}
