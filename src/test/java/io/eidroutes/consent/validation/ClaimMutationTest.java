package io.eidroutes.consent.validation;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.consent.mapping.Mappings;
import io.eidroutes.consent.mapping.RequestMapping;
import io.eidroutes.consent.mapping.RequestSchema;
import io.eidroutes.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of damaged requests: each is either accepted and mapped to XML that matches the schema, or refused. */
public class ClaimMutationTest {

    private static final int ROUNDS = 3000;
    private static final Pattern VALUE = Pattern.compile("\"[^\"]*\"(?=[,}\\]])|\\d+|[\\[{][^\\[\\]{}]*[\\]}]");
    private static final String[] VALUES = {
            "null", "true", "0", "-1", "1.0", "1e3", "0e5", "1e-400", "1e400000000", "12345678901234567890", "\"\"", "\" \"",
            "[]", "{}", "[[]]", "[null]", "{\"\":1}", "{\"sysname\":\"X\"}", "\"\\u0000\"", "\"\\ud800\"", "\"\\r\\n]]>&<\"",
            "\"\\ud83d\\ude00\"", "NaN", "\"038-752-477 87\"", "[{\"sysname\":\"X\",\"require\":true}]"};

    private final RequestMapping mapping = Mappings.request();
    private final RequestSchema schema = Mappings.requestSchema();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenARequestIsDamagedThenItIsAcceptedOrRefusedButNothingElse(boolean strict) {
        ClaimValidator validator = strict ? Claims.strict() : Claims.structural();
        Random random = new Random(20260401);
        int accepted = 0;
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] damaged = damaged(random);
            try {
                schema.check(mapping.map(validator.validate(damaged).json()));
                accepted++;
            } catch (Failure failure) {
                assertThat(failure.code()).as("round %d", round).isNotEqualTo("EID-MAPPING");
                assertThat(failure.violations()).as("round %d", round).isNotEmpty();
                refused++;
            }
        }
        assertThat(accepted).isPositive();
        assertThat(refused).isPositive();
    }

    /** A documented request in which something is not as it should be. */
    public static byte[] damaged(Random random) {
        return random.nextInt(3) == 0 ? damageBytes(random) : damageValues(random);
    }

    private static byte[] damageBytes(Random random) {
        byte[] body = Claims.documented();
        for (int i = random.nextInt(3); i >= 0; i--) {
            body[random.nextInt(body.length)] = (byte) random.nextInt(256);
        }
        return body;
    }

    private static byte[] damageValues(Random random) {
        String text = new String(random.nextBoolean() ? Claims.documented() : Claims.everyField(), StandardCharsets.UTF_8);
        int chosen = random.nextInt((int) VALUE.matcher(text).results().count());
        Matcher values = VALUE.matcher(text);
        for (int i = 0; i <= chosen; i++) {
            values.find();
        }
        String value = VALUES[random.nextInt(VALUES.length)];
        return Claims.bytes(text.substring(0, values.start()) + value + text.substring(values.end()));
    }
}
