package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.failure.Failure;
import io.eidroutes.failure.Family;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** When the phone cannot be made known, the browser does not leave. */
class TrustedPhoneFailureTest extends IdentificationTest {

    private static final String VERIFIED = "{\"phone\":\"77071234567\",\"phone_verified\":true}";

    @Test
    void whenAituIsAwayThenTheUserCanTryAgain() throws Exception {
        Begun begun = begin("shop", VERIFIED);
        aitu.phoneFailure = Optional.of(StandIns.Aitu.broken());

        HttpResponse<String> answer = browser().send("POST", begun.startPath());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(state(begun)).isEqualTo("created");
        aitu.phoneFailure = Optional.empty();
        assertThat(browser().send("POST", begun.startPath()).statusCode()).isEqualTo(303);
    }

    @Test
    void whenAituRefusesThePhoneThenTheIdentificationFailsAndIsAnnounced() throws Exception {
        Begun begun = begin("shop", VERIFIED);
        aitu.phoneFailure = Optional.of(Failure.of(Family.AITU_TOKEN, "no-such-code"));

        assertThat(browser().send("POST", begun.startPath()).statusCode()).isEqualTo(502);

        assertThat(state(begun)).isEqualTo("failed");
        assertThat(people.announcements()).containsExactly(begun.id() + " shop failed other unknown");
    }
}
