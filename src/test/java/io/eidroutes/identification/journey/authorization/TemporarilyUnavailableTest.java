package io.eidroutes.identification.journey.authorization;

/** RFC 6749 §4.1.2.1: {@code temporarily_unavailable}. */
class TemporarilyUnavailableTest extends AuthorizationErrorTest {

    TemporarilyUnavailableTest() {
        super("temporarily_unavailable", "retry");
    }
}
