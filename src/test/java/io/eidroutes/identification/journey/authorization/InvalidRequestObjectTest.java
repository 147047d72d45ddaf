package io.eidroutes.identification.journey.authorization;

/** OpenID Connect Core §3.1.2.6: {@code invalid_request_object}. */
class InvalidRequestObjectTest extends AuthorizationErrorTest {

    InvalidRequestObjectTest() {
        super("invalid_request_object", "partner");
    }
}
