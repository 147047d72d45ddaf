package io.eidroutes.identification.journey.phone;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer without a secret. */
class TrustedPhoneNotJsonTest extends TrustedPhoneTest {

    @ParameterizedTest
    @ValueSource(strings = {"<html></html>", "[]", "{}", "{\"secret\":7}", "{\"secret\":\" \"}"})
    void whenThereIsNoSecretThenTheUserCanTryAgain(String body) throws Exception {
        passes("unreadable-answer", Disturbance.Http.json(body));
    }
}
