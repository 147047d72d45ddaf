package io.eidroutes.consent.fault;

class SenderIsNotRegisteredTest extends PermanentFaultTest {

    SenderIsNotRegisteredTest() {
        super("SenderIsNotRegistered");
    }
}
