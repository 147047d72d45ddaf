package io.eidroutes.identification.journey.authorization;

/** RFC 6749 §4.1.2.1: {@code invalid_request}. */
class InvalidRequestTest extends AuthorizationErrorTest {

    InvalidRequestTest() {
        super("invalid_request", "partner");
    }
}
