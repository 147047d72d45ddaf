package io.eidroutes.identification.person.queue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.jms.Message;
import jakarta.jms.TextMessage;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client with a queue gets the results of its identifications there. */
class ResultToQueueTest extends PersonQueueTest {

    @Test
    void whenTheResultIsThereThenItIsOnTheQueueAndIsErased() throws Exception {
        UUID id = identified(QUEUED);
        awaitStates(id, "fetching", "ready", "delivered");

        Message message = client.only(RESULTS);

        JsonNode document = JSON.readTree(((TextMessage) message).getText());
        assertThat(document.path("id").asText()).isEqualTo(id.toString());
        assertThat(document.at("/result/personal_data/person/surname").asText()).isEqualTo("ПРИМЕРОВ");
        assertThat(message.getStringProperty("EID_Identification_Id")).isEqualTo(id.toString());
        assertThat(message.getStringProperty("EID_Delivery_Id")).isEqualTo(document.path("delivery_id").asText());
        assertThat(message.getStringProperty("EID_State")).isEqualTo("ready");
        assertThat(webhook().requests()).isEmpty();
        assertThat(work.find(id)).isEmpty();
        assertThat(rows("personal_data_result", id) + rows("result_delivery", id)).isZero();
    }
}
