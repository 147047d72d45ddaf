package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** A phone that the partner verified is made known to Aitu Passport anew with each attempt, once a user pressed the button. */
class VerifiedPhoneTest extends IdentificationTest {

    private static final String VERIFIED = "{\"phone\":\"77071234567\",\"phone_verified\":true,\"locale\":\"kk\"}";

    @Test
    void whenAPreviewerOpensTheStartUrlThenNoAttemptIsSpent() throws Exception {
        Begun begun = begin("shop", VERIFIED);

        HttpResponse<String> page = browser().get(begun.startPath());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<form method=\"post\">", "<button", "Жалғастыру", "lang=\"kk\"")
                .doesNotContain("77071234567", "<script");
        assertThat(aitu.trustedPhones).isEmpty();
        assertThat(state(begun)).isEqualTo("created");
    }

    @Test
    void whenTheButtonIsPressedThenEachAttemptHasAConfirmationOfItsOwn() throws Exception {
        Begun begun = begin("shop", VERIFIED);
        Browser browser = browser();

        HttpResponse<String> first = browser.send("POST", begun.startPath());

        assertThat(first.statusCode()).isEqualTo(303);
        assertThat(browser.leaves(first).link()).containsEntry("otp_confirmation", "otp-1");
        assertThat(browser.leaves(browser.send("POST", begun.startPath())).link()).containsEntry("otp_confirmation", "otp-2");
        assertThat(aitu.trustedPhones).containsExactly("77071234567", "77071234567");
    }
}
