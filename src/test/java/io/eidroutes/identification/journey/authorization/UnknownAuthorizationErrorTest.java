package io.eidroutes.identification.journey.authorization;

/** No document names it: it is kept verbatim for the partner and shown nowhere else. */
class UnknownAuthorizationErrorTest extends AuthorizationErrorTest {

    UnknownAuthorizationErrorTest() {
        super("never_heard_of", "its words", "aitu-authorization", "other", "unknown");
    }
}
