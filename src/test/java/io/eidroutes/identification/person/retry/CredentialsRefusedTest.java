package io.eidroutes.identification.person.retry;

import io.eidroutes.delivery.StandIn;

/** Login or password are wrong until the operator mends them. */
class CredentialsRefusedTest extends PassingFailureTest {

    CredentialsRefusedTest() {
        super(StandIn.Reply.of(401, "{\"error\":\"Unauthorized\"}"), "coid", "credentials-refused");
    }
}
