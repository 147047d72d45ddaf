package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The partner verified a phone, and there is none to compare it with. */
class IdTokenWithoutPhoneTest extends IdTokenTest {

    @Test
    void whenThereIsNoPhoneToCompareThenTheIdTokenIsRefused() throws Exception {
        refused(Map.of("phone", PHONE), IdTokenDefect.NO_PHONE, "phone-missing", "partner");
    }
}
