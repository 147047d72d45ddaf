package io.eidroutes.identification.journey.authorization;

/** OpenID Connect Core §3.1.2.6: {@code request_not_supported}. */
class RequestNotSupportedTest extends AuthorizationErrorTest {

    RequestNotSupportedTest() {
        super("request_not_supported", "partner");
    }
}
