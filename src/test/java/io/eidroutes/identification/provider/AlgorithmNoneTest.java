package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The id_token is not signed. */
class AlgorithmNoneTest extends ExchangeTest {

    @Test
    void whenItHasNoSignatureThenTheLoginIsRefused() {
        idToken(IdTokens.base64("{\"alg\":\"none\"}") + "." + IdTokens.base64(IdTokens.claims().toString()) + ".");

        assertIdTokenRefused("algorithm-not-allowed", "alert-security");
    }

    @Test
    void whenNoneIsSpeltOtherwiseThenTheLoginIsRefused() {
        idToken(IdTokens.base64("{\"alg\":\"nOnE\"}") + "." + IdTokens.base64(IdTokens.claims().toString()) + ".");

        assertIdTokenRefused("algorithm-not-allowed", "alert-security");
    }
}
