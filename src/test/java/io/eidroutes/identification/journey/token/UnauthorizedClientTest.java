package io.eidroutes.identification.journey.token;

/** The service may not exchange codes. */
class UnauthorizedClientTest extends TokenErrorTest {

    UnauthorizedClientTest() {
        super("unauthorized_client", "partner");
    }
}
