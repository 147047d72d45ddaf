package io.eidroutes.identification.journey.callback;

import io.eidroutes.simulator.aitu.Effects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Characters that no code, error or issuer has. */
class MalformedCallbackTest extends RefusedCallbackTest {

    @ParameterizedTest
    @CsvSource({"code, a\tb", "code, a\177b", "code, код", "error, a\"b", "iss, a b"})
    void whenAParameterHasForbiddenCharactersThenTheCallbackIsRefused(String name, String value) throws Exception {
        List<String> without = name.equals("error") ? List.of("code") : List.of();
        refused(new Effects.Callback(Map.of(name, value), without, List.of()), "EID-CALLBACK-MALFORMED", "security");
    }
}
