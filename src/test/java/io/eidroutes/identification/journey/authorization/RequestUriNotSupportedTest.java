package io.eidroutes.identification.journey.authorization;

/** OpenID Connect Core §3.1.2.6: {@code request_uri_not_supported}. */
class RequestUriNotSupportedTest extends AuthorizationErrorTest {

    RequestUriNotSupportedTest() {
        super("request_uri_not_supported", "partner");
    }
}
