package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** What has ended cannot be begun or finished. */
@ExtendWith(OutputCaptureExtension.class)
class EndedIdentificationTest extends IdentificationTest {

    @Test
    void whenThePartnerErasedItThenTheStartUrlLeadsNowhere(CapturedOutput log) throws Exception {
        Begun begun = begin();
        assertThat(call("shop", "/" + begun.id(), "DELETE", "").statusCode()).isEqualTo(204);
        assertThat(call("shop", "/" + begun.id(), "DELETE", "").statusCode()).isEqualTo(204);

        page(browser().get(begun.startPath()), 410, "Эта идентификация завершена");
        assertThat(read(begun).at("/failure/code").asText()).isEqualTo("EID-CANCELLED");
        assertThat(log.getAll()).containsOnlyOnce(
                "Failure aitu-authorization EID-CANCELLED, kind partner, identification " + begun.id());
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
