package io.eidroutes.identification.journey.authorization;

/** Seen at partners: a scope that the provider does not know. */
class InvalidScopesInRequestTest extends AuthorizationErrorTest {

    InvalidScopesInRequestTest() {
        super("invalid_scope", "request_contains_invalid_scopes",
                "aitu-authorization", "request_contains_invalid_scopes", "partner");
    }
}
