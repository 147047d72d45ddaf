package io.eidroutes.identification.journey.token;

import org.junit.jupiter.api.Test;

/** The provider does not take our credentials. */
class InvalidClientTest extends TokenErrorTest {

    InvalidClientTest() {
        super("invalid_client", "partner");
    }

    @Test
    void whenTheSecretIsAnotherThenTheCodeIsRefused() throws Exception {
        aitu().change("{\"clientSecret\":\"another\"}");

        failed(begin(), 1, "invalid_client", "partner");
    }
}
