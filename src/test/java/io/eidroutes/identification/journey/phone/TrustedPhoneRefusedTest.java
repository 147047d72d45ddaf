package io.eidroutes.identification.journey.phone;

import io.eidroutes.simulator.scenario.Disturbance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our credentials, or the method itself, are refused. */
class TrustedPhoneRefusedTest extends TrustedPhoneTest {

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void whenThePhoneIsRefusedThenTheIdentificationFails(int status) throws Exception {
        ends("EID-TRUSTED-PHONE-REFUSED", "partner", Disturbance.Http.status(status));
    }
}
