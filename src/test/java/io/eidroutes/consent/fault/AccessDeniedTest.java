package io.eidroutes.consent.fault;

class AccessDeniedTest extends PermanentFaultTest {

    AccessDeniedTest() {
        super("AccessDenied");
    }
}
