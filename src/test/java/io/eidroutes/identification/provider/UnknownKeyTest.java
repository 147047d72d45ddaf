package io.eidroutes.identification.provider;

import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.Test;

/** The key is not among the provider's. */
class UnknownKeyTest extends ExchangeTest {

    @Test
    void whenItsIdIsUnknownThenTheLoginIsRefused() {
        idToken(IdTokens.signed(IdTokens.header().put("kid", "key-9"), IdTokens.claims()));

        assertIdTokenRefused("unknown-key", "alert-security");
    }

    @Test
    void whenThereIsNoIdAndSeveralKeysThenNoneIsGuessed() {
        keys(IdTokens.jwks(IdTokens.OTHER_KEY, IdTokens.KEY));
        var header = IdTokens.header();
        header.remove("kid");
        idToken(IdTokens.signed(header, IdTokens.claims()));

        assertIdTokenRefused("unknown-key", "alert-security");
    }

    @Test
    void whenTheKeyIsForEncryptionThenItIsNotTaken() {
        keys(IdTokens.jwks(new RSAKey.Builder(IdTokens.KEY).keyUse(KeyUse.ENCRYPTION).build(), IdTokens.OTHER_KEY));
        idToken(IdTokens.signed(IdTokens.claims()));

        assertIdTokenRefused("unknown-key", "alert-security");
    }

    @Test
    void whenTheKeyIsShortThenItIsNotTaken() {
        RSAKey shortKey = IdTokens.rsa("short", 1024);
        keys(IdTokens.jwks(shortKey, IdTokens.OTHER_KEY));
        idToken(IdTokens.signed(IdTokens.header().put("kid", "short"), IdTokens.claims().toString(), shortKey));

        assertIdTokenRefused("unknown-key", "alert-security");
    }

    /** The provider serves these, and they are fetched. */
    private void keys(String jwks) {
        provider().answer(JWKS, FakeProvider.Answer.json(200, jwks));
        idToken(IdTokens.signed(IdTokens.header().put("kid", "no-such-key"), IdTokens.claims()));
        passport().exchange();
        provider().forget();
    }
}
