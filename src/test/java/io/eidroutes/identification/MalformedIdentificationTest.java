package io.eidroutes.identification;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no JSON is refused before anything is stored. */
class MalformedIdentificationTest extends IdentificationTest {

    @ParameterizedTest
    @ValueSource(strings = {"{", "{\"iin\":\"1\",\"iin\":\"2\"}", "{} {}", "\u0000", "iin=1"})
    void whenTheBodyIsNoJsonThenRefused(String body) throws Exception {
        problem(post("shop", "", body), 400, "malformed-json");
    }

    @Test
    void whenTheBodyIsTooLargeThenRefused() throws Exception {
        problem(post("shop", "", "{\"iin\":\"" + "1".repeat(20_000) + "\"}"), 413, "too-large");
    }

    @Test
    void whenTheMediaTypeIsNotJsonThenRefused() throws Exception {
        problem(post("shop", "", "{}", "Content-Type", "text/plain"), 415, "unsupported-media-type");
    }
}
