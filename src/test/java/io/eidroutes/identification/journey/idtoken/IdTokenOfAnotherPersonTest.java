package io.eidroutes.identification.journey.idtoken;

import io.eidroutes.simulator.aitu.IdTokenDefect;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The person identified is not the one asked for. */
class IdTokenOfAnotherPersonTest extends IdTokenTest {

    @Test
    void whenTheIinIsAnotherThenTheIdTokenIsRefused() throws Exception {
        refused(Map.of("iin", SOMEBODY), IdTokenDefect.OTHER_IIN, "other-person", "user");
    }

    @Test
    void whenThePhoneIsAnotherThenTheIdTokenIsRefused() throws Exception {
        refused(Map.of("phone", PHONE), IdTokenDefect.OTHER_PHONE, "other-person", "user");
    }
}
