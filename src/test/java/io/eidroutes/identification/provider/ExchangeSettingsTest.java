package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.security.MessageDigest;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What settings change about an exchange. */
class ExchangeSettingsTest {

    @Test
    void whenCredentialsArePostedThenTheyStandInTheForm() {
        try (Passport passport = new Passport(Map.of("eid.aitu.client-authentication", "post"))) {
            assertThat(passport.exchange().isIdentified()).isTrue();
            assertThat(passport.provider().asked("/oauth2/token")).singleElement().satisfies(asked -> {
                assertThat(asked.headers()).doesNotContainKey("authorization");
                assertThat(asked.form()).containsEntry("client_id", IdTokens.CLIENT)
                        .containsEntry("client_secret", Passport.SECRET);
            });
        }
    }

    @Test
    void whenTokensAreKeptThenTheyComeWithThePerson() {
        try (Passport passport = new Passport(Map.of("eid.aitu.keep-tokens", "true"))) {
            assertThat(passport.exchange().identified().tokens().map(Tokens::accessToken)).contains(IdTokens.ACCESS_TOKEN);
        }
    }

    @Test
    void whenTheNonceMayBeMissingThenAWrongOneIsRefusedAllTheSame() {
        try (Passport passport = new Passport(Map.of("eid.aitu.nonce", "if-present"))) {
            passport.provider().answer("/oauth2/token", Passport.tokens(IdTokens.signed(without("nonce"))));
            assertThat(passport.exchange().isIdentified()).isTrue();

            passport.provider().answer("/oauth2/token", Passport.tokens(IdTokens.signed(IdTokens.claims().put("nonce", "x"))));
            assertThat(passport.exchange().failure().code()).isEqualTo("wrong-nonce");
        }
    }

    @Test
    void whenTheNonceIsOffThenItIsNotLookedAt() {
        try (Passport passport = new Passport(Map.of("eid.aitu.nonce", "off"))) {
            passport.provider().answer("/oauth2/token", Passport.tokens(IdTokens.signed(IdTokens.claims().put("nonce", "x"))));
            assertThat(passport.exchange().isIdentified()).isTrue();
        }
    }

    @Test
    void whenSkewAndAgeAreSetThenTheyHold() {
        try (Passport passport = new Passport(Map.of("eid.aitu.id-token.skew", "0s", "eid.aitu.id-token.max-age", "1h"))) {
            long now = java.time.Instant.now().getEpochSecond();
            passport.provider().answer("/oauth2/token", Passport.tokens(IdTokens.signed(IdTokens.claims().put("iat", now - 3000))));
            assertThat(passport.exchange().isIdentified()).isTrue();

            passport.provider().answer("/oauth2/token", Passport.tokens(IdTokens.signed(IdTokens.claims().put("exp", now - 1))));
            assertThat(passport.exchange().failure().code()).isEqualTo("expired");
        }
    }

    @Test
    void whenAnotherAlgorithmIsAllowedThenItsSignaturesAreGood() throws Exception {
        try (Passport passport = new Passport(Map.of("eid.aitu.id-token.algorithms", "ES384"))) {
            ECKey key = new ECKeyGenerator(Curve.P_384).keyID("ec").generate();
            byte[] hash = MessageDigest.getInstance("SHA-384").digest(IdTokens.ACCESS_TOKEN.getBytes());
            ObjectNode claims = IdTokens.claims().put("at_hash", com.nimbusds.jose.util.Base64URL
                    .encode(java.util.Arrays.copyOf(hash, 24)).toString());
            passport.provider().answer("/.well-known/jwks.json", FakeProvider.Answer.json(200, IdTokens.jwks(key)));
            passport.provider().answer("/oauth2/token", Passport.tokens(signed(claims, key)));

            assertThat(passport.exchange().isIdentified()).isTrue();
        }
    }

    private static String signed(ObjectNode claims, ECKey key) throws JOSEException {
        ObjectNode header = IdTokens.header().put("alg", JWSAlgorithm.ES384.getName()).put("kid", "ec");
        return IdTokens.signed(header, claims.toString(), new ECDSASigner(key));
    }

    private static ObjectNode without(String claim) {
        ObjectNode claims = IdTokens.claims();
        claims.remove(claim);
        return claims;
    }
}
