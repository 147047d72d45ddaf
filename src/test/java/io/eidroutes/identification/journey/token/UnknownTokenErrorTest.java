package io.eidroutes.identification.journey.token;

/** No document names it: it is kept verbatim for the partner and shown nowhere else. */
class UnknownTokenErrorTest extends TokenErrorTest {

    UnknownTokenErrorTest() {
        super("never_heard_of", "other", "unknown");
    }
}
