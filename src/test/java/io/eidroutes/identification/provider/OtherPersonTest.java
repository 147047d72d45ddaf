package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Another person was identified than the one asked for. */
class OtherPersonTest extends ExchangeTest {

    @Test
    void whenTheIinIsAnotherThenTheLoginIsRefused() {
        assertRefused(passport().exchange(Map.of("expectedIin", "900101300008")), "id-token", "other-person", "ask-user");
    }

    @Test
    void whenThePhoneIsAnotherThenTheLoginIsRefused() {
        assertRefused(passport().exchange(Map.of("expectedPhone", "77000000000")), "id-token", "other-person", "ask-user");
    }

    @Test
    void whenOneOfTheTwoIsAnotherThenTheLoginIsRefused() {
        assertRefused(passport().exchange(Map.of("expectedIin", IdTokens.IIN, "expectedPhone", "77000000000")),
                "id-token", "other-person", "ask-user");
    }

    @Test
    void whenItIsToBeMarkedThenItIsMarked() {
        try (Passport marking = new Passport(Map.of("eid.aitu.on-other-person", "mark"))) {
            Passport.Outcome outcome = marking.exchange(Map.of("expectedIin", "900101300008"));

            assertThat(outcome.identified().iin()).isEqualTo(IdTokens.IIN);
            assertThat(outcome.identified().otherPerson()).isTrue();
        }
    }
}
