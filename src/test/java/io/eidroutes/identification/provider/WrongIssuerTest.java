package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The issuer is another one. */
class WrongIssuerTest extends ExchangeTest {

    @Test
    void whenItIsAnotherThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("iss", "https://other.example");
        idToken(claims);

        assertIdTokenRefused("wrong-issuer", "alert-security");
    }

    @Test
    void whenItHasAFinalSlashMoreThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("iss", IdTokens.ISSUER + "/");
        idToken(claims);

        assertIdTokenRefused("wrong-issuer", "alert-security");
    }

    @Test
    void whenItDiffersInCaseThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("iss", IdTokens.ISSUER.toUpperCase(java.util.Locale.ROOT));
        idToken(claims);

        assertIdTokenRefused("wrong-issuer", "alert-security");
    }

    @Test
    void whenItIsMissingThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.remove("iss");
        idToken(claims);

        assertIdTokenRefused("wrong-issuer", "alert-security");
    }

    @Test
    void whenItIsAListThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.putArray("iss").add(IdTokens.ISSUER);
        idToken(claims);

        assertIdTokenRefused("wrong-issuer", "alert-security");
    }
}
