package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

/** The token names no verified person. */
class NoPersonTest extends ExchangeTest {

    @Test
    void whenTheVerificationIsMissingThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.remove("idpc_verification");
        idToken(claims);

        assertIdTokenRefused("no-person", "tell-operator");
    }

    @Test
    void whenItIsATextThatIsNoJsonThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("idpc_verification", "IIN");
        idToken(claims);

        assertIdTokenRefused("no-person", "tell-operator");
    }

    @Test
    void whenItIsATextWithAMemberTwiceThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.put("idpc_verification", "{\"iin\":\"900101300007\",\"iin\":\"900101300007\",\"requestId\":\"r\"}");
        idToken(claims);

        assertIdTokenRefused("no-person", "tell-operator");
    }

    @Test
    void whenItIsAListThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        claims.putArray("idpc_verification");
        idToken(claims);

        assertIdTokenRefused("no-person", "tell-operator");
    }

    @Test
    void whenThereIsNoRequestIdThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        ((ObjectNode) claims.path("idpc_verification")).remove("requestId");
        idToken(claims);

        assertIdTokenRefused("no-person", "tell-operator");
    }

    @Test
    void whenTheRequestIdIsANumberThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        ((ObjectNode) claims.path("idpc_verification")).put("requestId", 7);
        idToken(claims);

        assertIdTokenRefused("no-person", "tell-operator");
    }

    @Test
    void whenTheRequestIdIsEmptyThenTheLoginIsRefused() {
        ObjectNode claims = IdTokens.claims();
        ((ObjectNode) claims.path("idpc_verification")).put("requestId", "");
        idToken(claims);

        assertIdTokenRefused("no-person", "tell-operator");
    }
}
