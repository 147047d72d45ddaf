package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import io.eidroutes.WrongSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void whenTheSecretStandsInAFileThenTheNextExchangeHasWhatItHolds(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("secret"), "the-old-one\n");
        try (Passport passport = new Passport(Map.of("eid.aitu.client-authentication", "post",
                "eid.aitu.client-secret", "file:" + file))) {
            passport.exchange();
            Files.writeString(file, "the-new-one\n");
            passport.exchange();
            Files.delete(file);
            passport.exchange();

            assertThat(passport.provider().asked("/oauth2/token")).extracting(asked -> asked.form().get("client_secret"))
                    .containsExactly("the-old-one", "the-new-one", "the-new-one");
        }
    }

    @Test
    void whenTheFileOfTheSecretIsMissingOrEmptyThenTheStartSaysSo(@TempDir Path folder) throws IOException {
        Files.createFile(folder.resolve("empty"));

        assertThatThrownBy(() -> ClientSecret.of("file:" + folder.resolve("missing"))).isInstanceOf(WrongSetting.class)
                .hasMessageContaining("eid.aitu.client-secret").hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> ClientSecret.of("file:" + folder.resolve("empty"))).isInstanceOf(WrongSetting.class)
                .hasMessageContaining("is empty");
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
