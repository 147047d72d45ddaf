package io.eidroutes.identification.journey.token;

/** The endpoint exchanges no codes. */
class UnsupportedGrantTypeTest extends TokenErrorTest {

    UnsupportedGrantTypeTest() {
        super("unsupported_grant_type", "partner");
    }
}
