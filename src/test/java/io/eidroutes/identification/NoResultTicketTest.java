package io.eidroutes.identification;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Without a ticket there is no result, unless the settings of the client say so. */
class NoResultTicketTest extends IdentificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "{}"})
    void whenNoTicketIsSentThenRefused(String body) throws Exception {
        Begun begun = begin();
        identify(begun);
        people.results.put(begun.id(), new byte[] {'{', '}'});
        progress.ready(begun.id());

        problem(post("shop", "/" + begun.id() + "/result", body), 403, "no-result-ticket");
    }

    @Test
    void whenTheSettingsReleaseWithoutATicketThenThereIsTheResult() throws Exception {
        Begun begun = begin("kiosk", "{}");
        identify(begun);
        assertThat(post("kiosk", "/" + begun.id() + "/result", "").statusCode()).isEqualTo(202);
        people.results.put(begun.id(), new byte[] {'{', '}'});
        progress.ready(begun.id());

        assertThat(post("kiosk", "/" + begun.id() + "/result", "").statusCode()).isEqualTo(200);
        assertThat(post("kiosk", "/" + begun.id() + "/result", "").statusCode()).as("not confirmed yet").isEqualTo(200);
    }
}
