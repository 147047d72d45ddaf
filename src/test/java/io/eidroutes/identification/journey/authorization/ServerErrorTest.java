package io.eidroutes.identification.journey.authorization;

/** RFC 6749 §4.1.2.1: {@code server_error}. */
class ServerErrorTest extends AuthorizationErrorTest {

    ServerErrorTest() {
        super("server_error", "retry");
    }
}
