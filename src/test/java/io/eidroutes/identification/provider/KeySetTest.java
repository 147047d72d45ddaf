package io.eidroutes.identification.provider;

import static org.assertj.core.api.Assertions.assertThat;

import io.eidroutes.http.StrictJson;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which keys of a JWK Set are keys for us. */
class KeySetTest {

    private static final String COORDINATE = "A".repeat(43);

    @ParameterizedTest
    @ValueSource(strings = {
        "", "[]", "{}", "{\"keys\":{}}", "{\"keys\":[]}", "{\"keys\":[7,null,\"a\"]}", "{\"keys\":[{\"kty\":\"new\"}]}",
        "{\"keys\":[{\"kty\":\"oct\",\"k\":\"c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA\"}]}",
        // A point that is not on the curve.
        "{\"keys\":[{\"kty\":\"EC\",\"crv\":\"P-256\",\"x\":\"COORDINATE\",\"y\":\"COORDINATE\"}]}"})
    void whenNoKeyIsUsableThenItIsNoSet(String jwks) {
        assertThat(read(jwks.replace("COORDINATE", COORDINATE))).isFalse();
    }

    @Test
    void whenOneKeyIsUsableThenTheOthersDoNotHarm() {
        String good = IdTokens.KEY.toPublicJWK().toJSONString();

        assertThat(read("{\"keys\":[{\"kty\":\"oct\",\"k\":\"AA\"},7,{\"kty\":\"AKP\",\"alg\":\"ML-DSA-1\",\"kid\":\"a\",\"pub\":\"AA\"},"
                + "{\"kty\":\"new\",\"kid\":\"b\"}," + good + "]}")).isTrue();
    }

    private static boolean read(String jwks) {
        return KeySet.read(jwks.getBytes(StandardCharsets.UTF_8), new StrictJson(100_000)).isPresent();
    }
}
