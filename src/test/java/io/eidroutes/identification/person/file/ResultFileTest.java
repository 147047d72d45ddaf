package io.eidroutes.identification.person.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.eidroutes.delivery.StandIn;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A client with a folder gets the results of its identifications there, and what was written is erased here. */
class ResultFileTest extends PersonFileTest {

    @Test
    void whenTheResultIsThereThenItIsWrittenAndErased() throws Exception {
        UUID id = identified(FILED);
        awaitStates(id, "fetching", "ready", "delivered");

        JsonNode document = awaitJson(filed.resolve(id + ".response.json"));
        JsonNode meta = awaitJson(filed.resolve(id + ".meta.json"));
        assertThat(document.path("id").asText()).isEqualTo(id.toString());
        assertThat(document.at("/result/personal_data/person/surname").asText()).isEqualTo("ПРИМЕРОВ");
        assertThat(meta.path("EID-Identification-Id").asText()).isEqualTo(id.toString());
        assertThat(meta.path("EID-Delivery-Id")).isEqualTo(document.path("delivery_id"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(filed.resolve(id + ".response.json")))).isEqualTo("rw-------");
        assertThat(work.find(id)).isEmpty();
        assertThat(rows("personal_data_result", id) + rows("result_delivery", id)).isZero();
        assertThat(webhook().requests()).isEmpty();
    }

    @Test
    void whenThereIsNoResultThenTheFileSaysWhy() throws Exception {
        adapter().always(StandIn.Reply.of(400, PHOTO_MISMATCH));

        UUID id = identified(FILED);
        awaitFailure(id);

        JsonNode document = awaitJson(filed.resolve(id + ".response.json"));
        assertThat(document.path("state").asText()).isEqualTo("failed");
        assertThat(awaitJson(filed.resolve(id + ".meta.json")).path("EID-Failure-Family").asText()).isEqualTo("coid");
    }
}
