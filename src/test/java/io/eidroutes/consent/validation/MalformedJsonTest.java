package io.eidroutes.consent.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.consent.validation.ValidationSettings.Mode;
import io.eidroutes.consent.validation.ValidationSettings.UnknownFields;
import io.eidroutes.failure.Failure;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bytes that are no JSON document of ours. */
class MalformedJsonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "``                                     | ``       | empty",
            "`  `                                   | ``       | empty",
            "{                                      | ``       | json-syntax",
            "{\"a\":}                               | /a       | json-syntax",
            "{\"a\":[1,2,]}                         | /a/2     | json-syntax",
            "{'a':1}                                | ``       | json-syntax",
            "{\"a\":NaN}                            | /a       | json-syntax",
            "{\"a\":Infinity}                       | /a       | json-syntax",
            "{\"a\":+1}                             | /a       | json-syntax",
            "{\"a\":01}                             | /a       | json-syntax",
            "{\"a\":1.}                             | /a       | json-syntax",
            "{\"a\":\"\\x\"}                        | /a       | json-syntax",
            "{\"a\":1}//                            | ``       | trailing-content",
            "{} {}                                  | ``       | trailing-content",
            "{}]                                    | ``       | trailing-content",
            "{\"a\":1,\"a\":1}                      | /a       | duplicate-key",
            "{\"p\":{\"b~/\":{},\"b~/\":2}}         | /p/b~0~1 | duplicate-key",
            "{\"p\":[{\"a\":1,\"\\u0061\":{\"b\":1}}]} | /p/0/a  | duplicate-key",
            "plain text                             | ``       | json-syntax"
    })
    void whenTheTextIsNotOneJsonDocumentThenRefused(String text, String pointer, String rule) {
        assertRefused(Claims.bytes(text), "malformed-json", pointer, rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "22c0af22",         // overlong
            "22e080af22",       // overlong
            "22eda08022",       // an encoded surrogate
            "22f4908080 22",    // above U+10FFFF
            "22d022",           // cut
            "2280 22",          // a continuation alone
            "fffe7b007d00",     // UTF-16 with its mark
            "22cff0e8e2e5f222"  // windows-1251
    })
    void whenTheBytesAreNotUtf8ThenRefused(String hex) {
        assertRefused(HexFormat.of().parseHex(hex.replace(" ", "")), "malformed-json", "", "encoding");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void whenTheEncodingIsAnotherUnicodeThenRefused(String charset) {
        String request = new String(Claims.documented(), StandardCharsets.UTF_8);

        assertRefused(request.getBytes(Charset.forName(charset)), "malformed-json", "", "encoding");
    }

    @Test
    void whenNestedTooDeepThenRefused() {
        assertRefused(Claims.bytes("[".repeat(33) + "]".repeat(33)), "malformed-json", "/0".repeat(32), "depth");
        assertRefused(Claims.bytes("[".repeat(500_000)), "malformed-json", "/0".repeat(32), "depth");
    }

    @Test
    void whenNestedAsDeepAsAllowedThenTheSchemaJudges() {
        assertRefused(Claims.bytes("[".repeat(32) + "]".repeat(32)), "invalid-claim", "", "type");
    }

    @Test
    void whenLongerThanAllowedThenRefused() {
        ClaimValidator validator = new ClaimValidator(
                new ValidationSettings(Mode.STRICT, UnknownFields.REFUSE, true, true, true, 1024, 32, 20_000));

        Failure failure = Claims.refusal(validator, new byte[1025]);

        assertThat(failure.code()).isEqualTo("too-large");
        assertThat(failure.violations()).extracting(violation -> violation.rule()).containsExactly("size");
    }

    @Test
    void whenThereAreTooManyValuesThenRefused() {
        assertRefused(Claims.bytes("{\"claim_permissions\":[" + "1,".repeat(30_000) + "1]}"), "too-large", "", "size");
    }

    @Test
    void whenANumberIsHugeThenRefused() {
        assertRefused(Claims.bytes("{\"a\":[0," + "9".repeat(2000) + "]}"), "too-large", "/a/1", "size");
    }

    @Test
    void whenANameIsHugeThenRefused() {
        assertRefused(Claims.bytes("{\"a\":{\"" + "b".repeat(300) + "\":1}}"), "too-large", "/a", "size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e400000000", "-1E+1001", "1e-999999999", "0.1e2147483647", "1e99999999999"})
    void whenANumberHasAHugeExponentThenRefusedAtOnce(String number) {
        assertRefused(Claims.bytes("{\"routing_code\":[" + number + "]}"), "too-large", "/routing_code/0", "size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "\"x\"", "[]", "true", "{}"})
    void whenTheDocumentIsNotARequestThenTheSchemaJudges(String json) {
        assertThat(Claims.refusal(Claims.strict(), Claims.bytes(json)).code()).isEqualTo("invalid-claim");
    }

    private static void assertRefused(byte[] body, String code, String pointer, String rule) {
        Failure failure = Claims.refusal(Claims.strict(), body);

        assertThat(failure.code()).isEqualTo(code);
        assertThat(failure.violations()).hasSize(1);
        assertThat(failure.violations().get(0).rule()).isEqualTo(rule);
        assertThat(failure.violations().get(0).pointer()).isEqualTo(pointer);
    }
}
