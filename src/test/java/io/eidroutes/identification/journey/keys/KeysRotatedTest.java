package io.eidroutes.identification.journey.keys;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import static org.assertj.core.api.Assertions.assertThat;

/** OpenID Connect Core §10.1.1. */
class KeysRotatedTest extends KeysTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whenTheKeysAreRotatedThenTheFirstLoginFetchesThemOnceAndHeals(boolean keepOld) throws Exception {
        rotated(keepOld);
        long before = keyRequests();

        for (int i = 0; i < 3; i++) {
            Begun begun = begin();
            assertIdentified(begun, comeBack(begun));
        }

        assertThat(keyRequests()).isEqualTo(before + 1);
        assertTokenRequests(4);
        assertCounted();
    }
}
