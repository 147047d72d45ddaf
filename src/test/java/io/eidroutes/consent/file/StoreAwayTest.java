package io.eidroutes.consent.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** While nothing can be stored, files stay in the inbox; nothing is refused and nothing is lost. */
class StoreAwayTest extends FileTest {

    @Test
    void whenNothingCanBeStoredThenFilesStayUntilItCan() throws Exception {
        String single = newName();
        String batch = newName();
        double before = failures("transport", "internal-error", "retry");
        jdbc.sql("alter table claim rename to claim_away").update();
        try {
            put(single, example().toString());
            put(batch, "[{}," + example() + "," + example() + "]");
            await().untilAsserted(() -> assertThat(failures("transport", "internal-error", "retry")).isGreaterThan(before + 3));
            assertThat(inInbox(single + ".json")).exists();
            assertThat(inInbox(batch + ".json")).exists();
            assertThat(answers(batch)).isEmpty();
        } finally {
            jdbc.sql("alter table claim_away rename to claim").update();
        }

        awaitResponse(single);
        awaitResponse(batch + ".0002");
        awaitResponse(batch + ".0003");
        JsonNode summary = JSON.readTree(awaitFile(inOutbox(batch + ".summary.json")));
        assertThat(summary.path("accepted").asInt()).isEqualTo(2);
        assertThat(refused(batch)).containsExactly(batch + ".0001.json", batch + ".0001.meta.json", batch + ".0001.problem.json");
        assertThat(refused(single)).isEmpty();
    }
}
