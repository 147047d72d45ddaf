package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

/** Where the settings demand an issuer (RFC 9207), an answer without one is refused. */
@TestPropertySource(properties = {"eid.identification.demand-issuer=true", "eid.identification.start-page=true"})
class MissingIssuerTest extends IdentificationTest {

    @Test
    void whenThereIsNoIssuerThenRefusedAndTheGenuineAnswerIsTaken() throws Exception {
        Browser browser = browser();
        browser.leaves(browser.send("POST", begin().startPath()));

        page(browser.callback("code=of-nobody"), 403, "В ответе не сказано, что он от Aitu Passport");

        assertThat(aitu.codes()).isEmpty();
        assertThat(browser.callback("code=genuine&iss=" + ISSUER).statusCode()).isEqualTo(303);
    }
}
