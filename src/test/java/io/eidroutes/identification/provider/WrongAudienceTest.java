package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The token is meant for another service. */
class WrongAudienceTest extends ExchangeTest {

    @Test
    void whenItIsAnotherThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("aud", "another");
        idToken(claims);

        assertIdTokenRefused("wrong-audience", "alert-security");
    }

    @Test
    void whenItIsMissingThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.remove("aud");
        idToken(claims);

        assertIdTokenRefused("wrong-audience", "alert-security");
    }

    @Test
    void whenItIsAListWithoutUsThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.putArray("aud").add("another").add("third");
        idToken(claims);

        assertIdTokenRefused("wrong-audience", "alert-security");
    }

    @Test
    void whenItIsAnEmptyListThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.putArray("aud");
        idToken(claims);

        assertIdTokenRefused("wrong-audience", "alert-security");
    }

    @Test
    void whenSomethingInItIsNoTextThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.putArray("aud").add(IdTokens.CLIENT).add(7);
        idToken(claims);

        assertIdTokenRefused("wrong-audience", "alert-security");
    }

    @Test
    void whenWeAreAloneInAListThenThePersonIsIdentified() {
        ObjectNode claims = IdTokens.claims();
        claims.putArray("aud").add(IdTokens.CLIENT);
        idToken(claims);

        assertIdentified();
    }
}
