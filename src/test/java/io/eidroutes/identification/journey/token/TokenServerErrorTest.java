package io.eidroutes.identification.journey.token;

/** The provider reports an error of its own. */
class TokenServerErrorTest extends TokenErrorTest {

    TokenServerErrorTest() {
        super("server_error", "retry");
    }
}
