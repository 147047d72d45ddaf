package io.eidroutes.identification.journey.authorization;

/** RFC 6749 §4.1.2.1: {@code invalid_scope}. */
class InvalidScopeTest extends AuthorizationErrorTest {

    InvalidScopeTest() {
        super("invalid_scope", "partner");
    }
}
