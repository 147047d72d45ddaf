package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The token was issued to another service. */
class WrongAuthorizedPartyTest extends ExchangeTest {

    @Test
    void whenItIsAnotherThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("azp", "another");
        idToken(claims);

        assertIdTokenRefused("wrong-authorized-party", "alert-security");
    }

    @Test
    void whenItIsNoTextThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.putNull("azp");
        idToken(claims);

        assertIdTokenRefused("wrong-authorized-party", "alert-security");
    }

    @Test
    void whenSeveralAudiencesHaveNoneThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.putArray("aud").add(IdTokens.CLIENT).add("another");
        idToken(claims);

        assertIdTokenRefused("wrong-authorized-party", "alert-security");
    }

    @Test
    void whenSeveralAudiencesHaveUsThenThePersonIsIdentified() {
        ObjectNode claims = IdTokens.claims();
        claims.putArray("aud").add(IdTokens.CLIENT).add("another");
        claims.put("azp", IdTokens.CLIENT);
        idToken(claims);

        assertIdentified();
    }
}
