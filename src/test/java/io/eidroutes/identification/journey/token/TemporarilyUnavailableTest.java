package io.eidroutes.identification.journey.token;

/** The provider has no time. */
class TemporarilyUnavailableTest extends TokenErrorTest {

    TemporarilyUnavailableTest() {
        super("temporarily_unavailable", "retry");
    }
}
