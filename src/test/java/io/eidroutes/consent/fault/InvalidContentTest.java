package io.eidroutes.consent.fault;

class InvalidContentTest extends PermanentFaultTest {

    InvalidContentTest() {
        super("InvalidContent");
    }
}
