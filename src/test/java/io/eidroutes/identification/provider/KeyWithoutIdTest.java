package io.eidroutes.identification.provider;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.jwk.RSAKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The provider publishes keys without ids, and its tokens name none (OpenID Connect Core §10.1). */
class KeyWithoutIdTest extends ExchangeTest {

    private final Passport passport = new Passport(java.util.Map.of());

    @Override
    Passport passport() {
        return passport;
    }

    @AfterEach
    void close() {
        passport.close();
    }

    @Test
    void whenThereIsOneThenItsSignatureIsTaken() {
        keys(withoutId(IdTokens.KEY));
        idToken(token(IdTokens.KEY));

        assertIdentified();
    }

    @Test
    void whenThereAreSeveralThenNoneIsGuessed() {
        keys(withoutId(IdTokens.OTHER_KEY), withoutId(IdTokens.KEY));
        idToken(token(IdTokens.KEY));

        assertIdTokenRefused("unknown-key", "alert-security");
    }

    @Test
    void whenItIsReplacedThenTheFirstLoginHeals() {
        keys(withoutId(IdTokens.KEY));
        idToken(token(IdTokens.KEY));
        assertIdentified();

        keys(withoutId(IdTokens.OTHER_KEY));
        idToken(token(IdTokens.OTHER_KEY));

        assertIdentified();
    }

    private void keys(RSAKey... keys) {
        provider().answer(JWKS, FakeProvider.Answer.json(200, IdTokens.jwks(keys)));
    }

    private static RSAKey withoutId(RSAKey key) {
        return new RSAKey.Builder(key).keyID(null).build();
    }

    private static String token(RSAKey key) {
        ObjectNode header = IdTokens.header();
        header.remove("kid");
        return IdTokens.signed(header, IdTokens.claims().toString(), key);
    }
}
