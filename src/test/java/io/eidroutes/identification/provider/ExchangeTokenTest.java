package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is sent to the token endpoint, and what comes of a good answer. */
class ExchangeTokenTest extends ExchangeTest {

    @Test
    void whenTheTokenIsGoodThenThePersonIsIdentified() {
        Passport.Outcome outcome = passport().exchange(Map.of("expectedIin", IdTokens.IIN, "expectedPhone", "+77071234567"));

        assertThat(outcome.identified()).isEqualTo(new Identified(IdTokens.IIN, IdTokens.REQUEST_ID, "subject-1",
                Optional.of("77071234567"), Optional.empty(), false));
    }

    @Test
    void whenThePersonIsIdentifiedThenNoTokenIsLeft() {
        Passport.Outcome outcome = passport().exchange();

        assertThat(outcome.exchange().getVariables()).doesNotContainKeys("tokens", "verifiedPerson");
        assertThat(outcome.exchange().getMessage().getBody()).isNull();
        assertThat(outcome.exchange().getMessage().getHeaders()).isEmpty();
        assertThat(outcome.exchange().getVariables().toString()).doesNotContain(IdTokens.IIN, IdTokens.ACCESS_TOKEN);
    }

    @Test
    void whenACodeIsExchangedThenTheFormIsTheOneOfTheStandard() {
        passport().exchange();

        assertThat(provider().asked(TOKEN)).singleElement().satisfies(asked -> {
            assertThat(asked.method()).isEqualTo("POST");
            assertThat(asked.headers()).containsEntry("content-type", "application/x-www-form-urlencoded")
                    .containsEntry("user-agent", "eid-routes").containsEntry("accept", "application/json");
            assertThat(asked.form()).containsOnly(Map.entry("grant_type", "authorization_code"),
                    Map.entry("code", Passport.CODE), Map.entry("redirect_uri", Passport.REDIRECT_URI),
                    Map.entry("code_verifier", "verifier-of-this-login"));
        });
    }

    @Test
    void whenCredentialsGoIntoTheHeaderThenTheyAreFormUrlencodedFirst() {
        passport().exchange();

        String expected = IdTokens.CLIENT + ":secret+of%2Fthe%2Bclient%3A%25";
        assertThat(provider().asked(TOKEN).get(0).headers()).containsEntry("authorization",
                "Basic " + Base64.getEncoder().encodeToString(expected.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whenThereIsNoVerifierThenNoneIsSent() {
        passport().exchange(Map.of("codeVerifier", ""));

        assertThat(provider().asked(TOKEN).get(0).form()).doesNotContainKey("code_verifier");
    }

    @Test
    void whenNamesAreInCamelCaseThenTheyAreUnderstood() {
        tokenAnswers(200, """
                {"accessToken":"%s","idToken":"%s","tokenType":"Bearer","expiresIn":5}"""
                .formatted(IdTokens.ACCESS_TOKEN, IdTokens.signed(IdTokens.claims())));

        assertIdentified();
    }

    @Test
    void whenTheAnswerIsCompressedThenItIsUnderstood() {
        tokenAnswers(Compressed.answer("""
                {"access_token":"%s","id_token":"%s"}"""
                .formatted(IdTokens.ACCESS_TOKEN, IdTokens.signed(IdTokens.claims())).getBytes(StandardCharsets.UTF_8)));

        assertIdentified();
    }

    @Test
    void whenTheVerificationIsATextThenItIsUnderstood() {
        ObjectNode claims = IdTokens.claims();
        claims.put("idpc_verification", claims.path("idpc_verification").toString());
        idToken(claims);

        assertIdentified();
    }

    @Test
    void whenTheCheckDigitIsWrongThenItIsCountedAndNotRefused() {
        double before = passport().meters().counter("eid.iin.wrong.check.digit").count();
        ObjectNode claims = IdTokens.claims();
        ((ObjectNode) claims.path("idpc_verification")).put("iin", "000000000001");
        idToken(claims);

        assertThat(passport().exchange().identified().iin()).isEqualTo("000000000001");
        assertThat(passport().meters().counter("eid.iin.wrong.check.digit").count()).isEqualTo(before + 1);
    }

    @Test
    void whenTheCheckDigitIsRightThenNothingIsCounted() {
        double before = passport().meters().counter("eid.iin.wrong.check.digit").count();

        assertIdentified();
        assertThat(passport().meters().counter("eid.iin.wrong.check.digit").count()).isEqualTo(before);
    }

    @Test
    void whenThereIsNoPhoneThenThePersonIsIdentifiedWithoutOne() {
        ObjectNode claims = IdTokens.claims();
        claims.remove("phone");
        idToken(claims);

        assertThat(passport().exchange().identified().phone()).isEmpty();
    }
}
