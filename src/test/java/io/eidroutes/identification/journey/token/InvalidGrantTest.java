package io.eidroutes.identification.journey.token;

import org.junit.jupiter.api.Test;

/** The code is not good, or not any more. */
class InvalidGrantTest extends TokenErrorTest {

    InvalidGrantTest() {
        super("invalid_grant", "user");
    }

    @Test
    void whenTheCodeIsTooOldThenItIsRefused() throws Exception {
        aitu().change("{\"codeLifeSeconds\":0}");

        failed(begin(), 1, "invalid_grant", "user");
    }
}
