package io.eidroutes.identification.journey.authorization;

/** RFC 6749 §4.1.2.1: {@code unsupported_response_type}. */
class UnsupportedResponseTypeTest extends AuthorizationErrorTest {

    UnsupportedResponseTypeTest() {
        super("unsupported_response_type", "partner");
    }
}
