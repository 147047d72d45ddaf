package io.eidroutes.identification.provider;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The id_token is signed with an algorithm that is not in the list. */
class AlgorithmNotAllowedTest extends ExchangeTest {

    @Test
    void whenTheKeyWouldDoThenTheLoginIsRefusedAllTheSame() {
        idToken(IdTokens.signed(IdTokens.header().put("alg", "RS512"), IdTokens.claims()));

        assertIdTokenRefused("algorithm-not-allowed", "alert-security");
    }

    @Test
    void whenThereIsNoAlgorithmThenTheLoginIsRefused() {
        idToken(IdTokens.base64("{\"kid\":\"key-1\"}") + "." + IdTokens.base64(IdTokens.claims().toString()) + ".AAAA");

        assertIdTokenRefused("algorithm-not-allowed", "alert-security");
    }

    @Test
    void whenTheKeyIsForAnotherAlgorithmThenTheLoginIsRefused() {
        try (Passport both = new Passport(Map.of("eid.aitu.id-token.algorithms", "RS256,PS256"))) {
            String token = IdTokens.signed(IdTokens.header().put("alg", "PS256"), IdTokens.claims());
            both.provider().answer(TOKEN, Passport.tokens(token));

            assertRefused(both.exchange(), "id-token", "unknown-key", "alert-security");
        }
    }
}
