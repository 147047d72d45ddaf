package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

/** An identification without a callback expires and is announced like any failure. */
class NoCallbackTest extends IdentificationTest {

    @Test
    void whenNoCallbackComesInTimeThenItExpires() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        double before = failures("aitu-authorization", "EID-EXPIRED");
        jdbc.sql("update identification set due_at = current_timestamp - interval '1' second where id = :id")
                .param("id", begun.id()).update();

        await().untilAsserted(() -> assertThat(state(begun)).isEqualTo("expired"));

        assertThat(read(begun).at("/failure/code").asText()).isEqualTo("EID-EXPIRED");
        assertThat(read(begun).at("/failure/kind").asText()).isEqualTo("user");
        assertThat(people.announcements()).containsExactly(begun.id() + " shop expired EID-EXPIRED user");
        await().untilAsserted(() -> assertThat(failures("aitu-authorization", "EID-EXPIRED")).isEqualTo(before + 1));
        page(browser.callback("code=late"), 410, "Эта идентификация завершена");
        page(browser.get(begun.startPath()), 410, "Эта идентификация завершена");
        assertThat(aitu.codes()).isEmpty();
    }
}
