package io.eidroutes.identification.journey.authorization;

/** RFC 6749 §4.1.2.1: {@code unauthorized_client}. */
class UnauthorizedClientTest extends AuthorizationErrorTest {

    UnauthorizedClientTest() {
        super("unauthorized_client", "partner");
    }
}
