package io.eidroutes.consent.fault;

class SmevFailureTest extends TransientFaultTest {

    SmevFailureTest() {
        super("SMEVFailure");
    }
}
