package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The subject is none. */
class WrongSubjectTest extends ExchangeTest {

    @Test
    void whenItIsMissingThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.remove("sub");
        idToken(claims);

        assertIdTokenRefused("wrong-subject", "tell-operator");
    }

    @Test
    void whenItIsEmptyThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("sub", "");
        idToken(claims);

        assertIdTokenRefused("wrong-subject", "tell-operator");
    }

    @Test
    void whenItIsANumberThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("sub", 7);
        idToken(claims);

        assertIdTokenRefused("wrong-subject", "tell-operator");
    }

    @Test
    void whenItIsLongerThan255ThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("sub", "s".repeat(256));
        idToken(claims);

        assertIdTokenRefused("wrong-subject", "tell-operator");
    }

    @Test
    void whenItIsNotAsciiThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("sub", "субъект");
        idToken(claims);

        assertIdTokenRefused("wrong-subject", "tell-operator");
    }

    @Test
    void whenItHas255CharactersThenThePersonIsIdentified() {
        ObjectNode claims = IdTokens.claims();
        claims.put("sub", "s".repeat(255));
        idToken(claims);

        assertIdentified();
    }
}
