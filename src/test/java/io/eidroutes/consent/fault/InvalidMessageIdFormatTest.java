package io.eidroutes.consent.fault;

class InvalidMessageIdFormatTest extends PermanentFaultTest {

    InvalidMessageIdFormatTest() {
        super("InvalidMessageIdFormat");
    }
}
