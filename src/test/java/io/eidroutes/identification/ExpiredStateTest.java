package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An attempt has its time. */
class ExpiredStateTest extends IdentificationTest {

    @Test
    void whenTheAttemptIsOverItsTimeThenRefused() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        jdbc.sql("update authorization_attempt set expires_at = current_timestamp - interval '1' second where identification_id = :id")
                .param("id", begun.id()).update();

        page(browser.callback("code=late"), 410, "Время этой попытки истекло");
        browser.cookies().clear();
        page(browser.callback("code=late"), 410, "Время этой попытки истекло");

        assertThat(aitu.codes()).isEmpty();
        assertThat(state(begun)).isEqualTo("at-aitu");
    }
}
