package io.eidroutes.consent.fault;

class UnknownMessageTypeTest extends PermanentFaultTest {

    UnknownMessageTypeTest() {
        super("UnknownMessageType");
    }
}
