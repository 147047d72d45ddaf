package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The id_token brings its own key, or names where to get it: neither is looked at. */
class HeaderKeyTest extends ExchangeTest {

    @Test
    void whenTheKeyIsInTheHeaderThenTheLoginIsRefused() {
        var header = IdTokens.header();
        header.set("jwk", new com.fasterxml.jackson.databind.ObjectMapper().valueToTree(IdTokens.OTHER_KEY.toPublicJWK().toJSONObject()));
        idToken(IdTokens.signed(header, IdTokens.claims().toString(), IdTokens.OTHER_KEY));

        assertIdTokenRefused("signature-invalid", "alert-security");
    }

    @Test
    void whenTheHeaderNamesAPlaceThenNobodyGoesThere() {
        provider().answer("/attacker", FakeProvider.Answer.json(200, IdTokens.jwks(IdTokens.OTHER_KEY)));
        var header = IdTokens.header().put("kid", "key-2").put("jku", provider().base() + "/attacker").put("x5u", provider().base() + "/attacker");
        idToken(IdTokens.signed(header, IdTokens.claims().toString(), IdTokens.OTHER_KEY));

        assertIdTokenRefused("unknown-key", "alert-security");
        assertThat(provider().asked("/attacker")).isEmpty();
    }

    @Test
    void whenTheKeyIsGoodAllTheSameThenThePersonIsIdentified() {
        idToken(IdTokens.signed(IdTokens.header().put("jku", provider().base() + "/attacker"), IdTokens.claims()));

        assertIdentified();
    }
}
