package io.eidroutes.identification.provider;

import org.junit.jupiter.api.Test;

/** The signature is not over these claims, or not by this key. */
class WrongSignatureTest extends ExchangeTest {

    @Test
    void whenTheClaimsWereChangedThenTheLoginIsRefused() {
        String[] parts = IdTokens.signed(IdTokens.claims()).split("\\.");
        idToken(parts[0] + "." + IdTokens.base64(IdTokens.claims().put("sub", "another").toString()) + "." + parts[2]);

        assertIdTokenRefused("signature-invalid", "alert-security");
    }

    @Test
    void whenAnotherKeySignedUnderTheSameIdThenTheLoginIsRefused() {
        idToken(IdTokens.signed(IdTokens.header(), IdTokens.claims().toString(), IdTokens.OTHER_KEY));

        assertIdTokenRefused("signature-invalid", "alert-security");
    }

    @Test
    void whenTheSignatureIsEmptyThenTheLoginIsRefused() {
        String token = IdTokens.signed(IdTokens.claims());
        idToken(token.substring(0, token.lastIndexOf('.') + 1));

        assertIdTokenRefused("signature-invalid", "alert-security");
    }

    @Test
    void whenThereIsNoKeyIdAndOneKeyThenItsSignatureIsTaken() {
        var header = IdTokens.header();
        header.remove("kid");
        idToken(IdTokens.signed(header, IdTokens.claims()));

        assertIdentified();
    }
}
