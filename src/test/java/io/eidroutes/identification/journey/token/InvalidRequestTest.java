package io.eidroutes.identification.journey.token;

/** The provider finds our request malformed. */
class InvalidRequestTest extends TokenErrorTest {

    InvalidRequestTest() {
        super("invalid_request", "partner");
    }
}
