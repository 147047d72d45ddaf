package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** There is no phone to compare the verified one with. */
class PhoneMissingTest extends ExchangeTest {

    @Test
    void whenAPhoneWasVerifiedThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.remove("phone");
        idToken(claims);

        assertRefused(passport().exchange(Map.of("expectedPhone", "77071234567")), "id-token", "phone-missing", "tell-operator");
    }
}
