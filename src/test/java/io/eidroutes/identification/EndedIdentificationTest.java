package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What has ended cannot be begun or finished. */
class EndedIdentificationTest extends IdentificationTest {

    @Test
    void whenThePartnerErasedItThenTheStartUrlLeadsNowhere() throws Exception {
        Begun begun = begin();
        call("shop", "/" + begun.id(), "DELETE", "");

        page(browser().get(begun.startPath()), 410, "Эта идентификация завершена");
        assertThat(read(begun).at("/failure/code").asText()).isEqualTo("EID-CANCELLED");
    }

    @Test
    void whenThePartnerErasedItMeanwhileThenItsCallbackIsOfNone() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        call("shop", "/" + begun.id(), "DELETE", "");

        page(browser.callback("code=the-code"), 400, "Этот ответ не относится ни к одной идентификации");
        assertThat(aitu.codes()).isEmpty();
    }

    @Test
    void whenItExpiredMeanwhileThenItsCallbackIsRefused() throws Exception {
        Begun begun = begin();
        Browser browser = browser().start(begun.startPath());
        jdbc.sql("update identification set state = 'expired' where id = :id").param("id", begun.id()).update();

        page(browser.callback("code=the-code"), 410, "Эта идентификация завершена");
        assertThat(aitu.codes()).isEmpty();
    }
}
