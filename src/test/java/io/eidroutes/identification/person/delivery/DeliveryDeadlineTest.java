package io.eidroutes.identification.person.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.eidroutes.delivery.StandIn;
import io.eidroutes.desk.DeadLetter;
import io.eidroutes.desk.DeadLetters;
import io.eidroutes.identification.person.PersonTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A webhook that never takes a result is called until the time that the setting allows; the result can be fetched. */
class DeliveryDeadlineTest extends PersonTest {

    @Autowired
    private List<DeadLetters> places;

    @Test
    void whenTheTimeIsOverThenItIsNotTriedAnyMoreAndTheResultStays() {
        webhook().always(StandIn.Reply.of(503, ""));
        UUID id = identified(HOOKED);
        await().until(() -> webhook().requests().size() > 1);

        jdbc.sql("update result_delivery set deadline = current_timestamp where identification_id = :id")
                .param("id", id).update();

        await().untilAsserted(() -> assertThat(givenUp()).contains(id.toString()));
        assertThat(work.find(id)).isPresent();
        awaitStates(id, "fetching", "ready");
    }

    @Test
    void whenTheOperatorPutsItBackThenTheWebhookGetsItAfterAll() {
        webhook().always(StandIn.Reply.of(503, ""));
        UUID id = identified(HOOKED);
        await().until(() -> !webhook().requests().isEmpty());
        jdbc.sql("update result_delivery set deadline = current_timestamp where identification_id = :id")
                .param("id", id).update();
        await().until(() -> givenUp().contains(id.toString()));

        webhook().always(StandIn.Reply.of(204, ""));
        assertThat(letters().putBack(id.toString())).isTrue();

        await().untilAsserted(() -> assertThat(rows("result_delivery", id) + rows("personal_data_result", id)).isZero());
        awaitStates(id, "fetching", "ready", "delivered");
    }

    private DeadLetters letters() {
        return places.stream().filter(place -> place.place().equals("identification-deliveries")).findFirst().orElseThrow();
    }

    private List<String> givenUp() {
        return letters().list(1000).stream().map(DeadLetter::id).toList();
    }
}
