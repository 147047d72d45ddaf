package io.eidroutes.simulator.aitu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.eidroutes.simulator.scenario.Operation;
import io.eidroutes.simulator.scenario.Scenario;
import io.eidroutes.simulator.web.Caller;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class IdTokenDefectTest extends AituTest {

    @Test
    void whenNothingIsWrongThenTheSignatureVerifies() throws Exception {
        assertThat(verifies(token())).isTrue();
    }

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, names = {"ALG_NONE", "ALG_NONE_SIGNED", "HS256_WITH_PUBLIC_KEY",
        "HS256_WITH_CLIENT_SECRET", "WRONG_KEY", "UNKNOWN_KID", "EMBEDDED_JWK", "JKU", "X5U", "TAMPERED", "NO_SIGNATURE",
        "TWO_PARTS", "NOT_A_JWT"})
    void whenTheSignatureIsWrongThenItDoesNotVerify(IdTokenDefect defect) throws Exception {
        assertThat(verifies(token(defect))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(value = IdTokenDefect.class, mode = EnumSource.Mode.EXCLUDE, names = {"ALG_NONE", "ALG_NONE_SIGNED",
        "HS256_WITH_PUBLIC_KEY", "HS256_WITH_CLIENT_SECRET", "WRONG_KEY", "UNKNOWN_KID", "EMBEDDED_JWK", "JKU", "X5U", "TAMPERED",
        "NO_SIGNATURE", "TWO_PARTS", "NOT_A_JWT", "NO_KID"})
    void whenTheContentIsWrongThenTheSignatureVerifies(IdTokenDefect defect) throws Exception {
        assertThat(verifies(token(defect))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"ALG_NONE,/alg,none", "ALG_NONE_SIGNED,/alg,none", "HS256_WITH_PUBLIC_KEY,/alg,HS256",
        "HS256_WITH_CLIENT_SECRET,/alg,HS256", "NO_KID,/kid,", "CRIT,/crit/0,urn:example:must-understand", "EMBEDDED_JWK,/jwk/kty,RSA"})
    void whenTheHeaderIsWrongThenItSaysSo(IdTokenDefect defect, String pointer, String value) throws Exception {
        assertThat(part(token(defect), 0).at(pointer).asText()).isEqualTo(value == null ? "" : value);
    }

    @ParameterizedTest
    @CsvSource({"WRONG_ISS,/iss,https://issuer.example", "NO_ISS,/iss,", "WRONG_AUD,/aud/0,somebody-else", "NO_AUD,/aud,",
        "EMPTY_AUD,/aud/0,", "SEVERAL_AUD,/aud/1,somebody-else", "SEVERAL_AUD,/azp,", "WRONG_AZP,/azp,somebody-else", "NO_EXP,/exp,",
        "NO_IAT,/iat,", "WRONG_NONCE,/nonce,somebody-else", "NO_NONCE,/nonce,", "NO_SUB,/sub,", "EMPTY_SUB,/sub,",
        "NON_ASCII_SUB,/sub,пользователь", "NO_AT_HASH,/at_hash,", "NO_VERIFICATION,/idpc_verification,",
        "VERIFICATION_NOT_JSON,/idpc_verification,{iin", "NO_IIN,/idpc_verification/iin,", "SHORT_IIN,/idpc_verification/iin,12345678901",
        "OTHER_IIN,/idpc_verification/iin,900101300007", "NO_REQUEST_ID,/idpc_verification/requestId,",
        "EMPTY_REQUEST_ID,/idpc_verification/requestId,", "OTHER_PHONE,/phone,77009999999", "NO_PHONE,/phone,",
        "IIN_WITH_LETTERS,/idpc_verification/iin,12345678901O"})
    void whenAClaimIsWrongThenItSaysSo(IdTokenDefect defect, String pointer, String value) throws Exception {
        assertThat(part(token(defect), 1).at(pointer).asText()).isEqualTo(value == null ? "" : value);
    }

    @Test
    void whenTimesAreWrongThenTheyAre() throws Exception {
        long now = Instant.now().getEpochSecond();
        assertThat(part(token(IdTokenDefect.EXPIRED), 1).get("exp").asLong()).isLessThan(now - 3000);
        assertThat(part(token(IdTokenDefect.JUST_EXPIRED), 1).get("exp").asLong()).isBetween(now - 40, now + 5);
        assertThat(part(token(IdTokenDefect.ISSUED_LONG_AGO), 1).get("iat").asLong()).isLessThan(now - 3000);
        assertThat(part(token(IdTokenDefect.ISSUED_IN_FUTURE), 1).get("iat").asLong()).isGreaterThan(now + 3000);
        assertThat(part(token(IdTokenDefect.NOT_YET), 1).get("nbf").asLong()).isGreaterThan(now + 3000);
    }

    @Test
    void whenTypesOrLengthsAreWrongThenTheyAre() throws Exception {
        assertThat(part(token(IdTokenDefect.NUMERIC_SUB), 1).get("sub").isNumber()).isTrue();
        assertThat(part(token(IdTokenDefect.LONG_SUB), 1).get("sub").asText()).hasSize(256);
        assertThat(part(token(IdTokenDefect.NUMERIC_IIN), 1).at("/idpc_verification/iin").isNumber()).isTrue();
        assertThat(part(token(IdTokenDefect.VERIFICATION_AS_TEXT), 1).get("idpc_verification").isTextual()).isTrue();
        assertThat(part(token(IdTokenDefect.ISS_WITH_SLASH), 1).get("iss").asText()).isEqualTo(aitu.base() + "/");
        assertThat(part(token(IdTokenDefect.SEVERAL_AUD_WITH_AZP), 1).get("azp").asText()).isEqualTo(aitu.settings().clientId());
        assertThat(part(token(IdTokenDefect.WRONG_AT_HASH), 1).get("at_hash").asText())
                .isNotEqualTo(part(token(IdTokenDefect.WRONG_NONCE), 1).get("at_hash").asText()).hasSize(22);
    }

    @Test
    void whenAStrangersKeyIsNamedThenItIsServedAndItsFetchCounted() throws Exception {
        String named = part(token(IdTokenDefect.JKU), 0).get("jku").asText();

        assertThat(Caller.json(Caller.get(named)).at("/keys/0/kid").asText())
                .isEqualTo(part(token(IdTokenDefect.UNKNOWN_KID), 0).get("kid").asText());
        assertThat(aitu.received().totals().strangerKeyRequests()).isEqualTo(1);
    }

    @Test
    void whenClaimsAndHeadersAreSetThenTheyAreSignedSo() throws Exception {
        aitu.next(Scenario.on(Operation.TOKEN, new Effects.Claims(Map.of("sub", new TextNode("s")), List.of("nonce")),
                new Effects.JoseHeader(Map.of("typ", new IntNode(1)), List.of("kid"))));
        String token = Caller.json(exchange(code())).get("id_token").asText();

        assertThat(part(token, 1).get("sub").asText()).isEqualTo("s");
        assertThat(part(token, 1).has("nonce")).isFalse();
        assertThat(part(token, 0).get("typ").asInt()).isEqualTo(1);
        assertThat(part(token, 0).has("kid")).isFalse();
    }

    @Test
    void whenKeysAreRotatedSoftlyThenBothArePublished() throws Exception {
        String old = token();

        aitu.rotateKeys(true);

        assertThat(verifies(old)).isTrue();
        assertThat(verifies(token())).isTrue();
        assertThat(keys()).hasSize(2);
    }

    @Test
    void whenKeysAreRotatedHardThenTheOldOneIsGone() throws Exception {
        String old = token();

        control("POST", "rotate", "{}");

        assertThat(verifies(old)).isFalse();
        assertThat(verifies(token())).isTrue();
        assertThat(keys()).hasSize(1);
        assertThat(aitu.received().totals().keyRequests()).isEqualTo(3);
    }

    private String token(IdTokenDefect defect) throws Exception {
        aitu.next(Scenario.on(Operation.TOKEN, new Effects.IdToken(defect)));
        return token();
    }

    private String token() throws Exception {
        return Caller.json(exchange(code())).get("id_token").asText();
    }

    private List<JsonNode> keys() throws Exception {
        return StreamSupport.stream(Caller.json(Caller.get(aitu.base() + "/.well-known/jwks.json")).get("keys").spliterator(), false).toList();
    }

    /** As a careful reader would: RS256 by the published key of that kid. */
    private boolean verifies(String token) throws Exception {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !part(token, 0).get("alg").asText().equals("RS256")) {
            return false;
        }
        for (JsonNode key : keys()) {
            if (key.get("kid").equals(part(token, 0).get("kid"))) {
                return verifies(key, parts);
            }
        }
        return false;
    }

    private static boolean verifies(JsonNode key, String[] parts) throws GeneralSecurityException {
        Signature check = Signature.getInstance("SHA256withRSA");
        check.initVerify(KeyFactory.getInstance("RSA").generatePublic(
                new RSAPublicKeySpec(number(key.get("n")), number(key.get("e")))));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        byte[] signature = Base64.getUrlDecoder().decode(parts[2]);
        return signature.length == 256 && check.verify(signature);
    }

    private static BigInteger number(JsonNode base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64.asText()));
    }
}
