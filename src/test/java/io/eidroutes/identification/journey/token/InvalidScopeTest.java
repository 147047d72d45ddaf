package io.eidroutes.identification.journey.token;

/** The scope is wrong. */
class InvalidScopeTest extends TokenErrorTest {

    InvalidScopeTest() {
        super("invalid_scope", "partner");
    }
}
