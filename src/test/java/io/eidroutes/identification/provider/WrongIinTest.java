package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The IIN is not 12 digits. */
class WrongIinTest extends ExchangeTest {

    @Test
    void whenItIsMissingThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        ((ObjectNode) claims.path("idpc_verification")).remove("iin");
        idToken(claims);

        assertIdTokenRefused("wrong-iin", "tell-operator");
    }

    @Test
    void whenItIsShortThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        ((ObjectNode) claims.path("idpc_verification")).put("iin", "90010130000");
        idToken(claims);

        assertIdTokenRefused("wrong-iin", "tell-operator");
    }

    @Test
    void whenItIsLongThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        ((ObjectNode) claims.path("idpc_verification")).put("iin", "9001013000070");
        idToken(claims);

        assertIdTokenRefused("wrong-iin", "tell-operator");
    }

    @Test
    void whenItHasALetterThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        ((ObjectNode) claims.path("idpc_verification")).put("iin", "90010130000O");
        idToken(claims);

        assertIdTokenRefused("wrong-iin", "tell-operator");
    }

    @Test
    void whenItHasOtherDigitsThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        ((ObjectNode) claims.path("idpc_verification")).put("iin", "٩٠٠١٠١٣٠٠٠٠٧");
        idToken(claims);

        assertIdTokenRefused("wrong-iin", "tell-operator");
    }

    @Test
    void whenItIsANumberThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        ((ObjectNode) claims.path("idpc_verification")).put("iin", 900101300007L);
        idToken(claims);

        assertIdTokenRefused("wrong-iin", "tell-operator");
    }
}
