package io.eidroutes.consent.transport;

import org.junit.jupiter.api.Test;

/** Nobody listens at the endpoint. */
class ConnectionRefusedTest extends NotSentTest {

    @Test
    void whenTheEndpointRefusesConnectionsThenTheClaimIsHeldUntilItListens() throws Exception {
        FRONT.close();

        assertHeldUntilMended("connection-refused");
    }
}
