package io.eidroutes.identification.journey.authorization;

/** OpenID Connect Core §3.1.2.6: {@code invalid_request_uri}. */
class InvalidRequestUriTest extends AuthorizationErrorTest {

    InvalidRequestUriTest() {
        super("invalid_request_uri", "partner");
    }
}
